import { play } from '../../stage/sound.ts';
import { fieldNamed, inHand, openCard, openLetter, putInto, sayCount, selectTray, turnPage } from './actions.ts';
import { centre, type Point } from '../layout/box.ts';
import type { Hand } from './gesture.ts';
import { cardsAsRead, cardsTouching, targetAt, trayUnder, type Target } from './hit-test.ts';
import { choose, chooseFramed, NOTHING, taken, type Selection, type Way } from './selection.ts';
import type { Table } from '../state.ts';

function same(one: Selection, other: Selection): boolean {
  return one.contacts.size === other.contacts.size && [...one.contacts].every((each) => other.contacts.has(each));
}

function tap(table: Table, target: Target, way: Way): void {
  const { selection } = table.doing;
  switch (target.kind) {
    case 'card': {
      const next = choose(selection, target.contact, way, cardsAsRead(table.layout));
      table.set({ selection: next });
      play(next.contacts.has(target.contact) ? 'lift' : 'drop');
      table.focus(target.contact);
      return;
    }
    case 'label':
    case 'tray':
      if (selection.contacts.size > 0) putInto(table, inHand(table, null), target.field);
      else if (target.kind === 'label') selectTray(table, target.field);
      return;
    case 'pager':
      turnPage(table, target.field);
      return;
    case 'read':
      void openLetter(table);
      return;
    case 'desk':
      table.set({ selection: NOTHING });
  }
}

/** What the pointer does with the cards on the desk. */
export function createHand(table: Table): Hand {
  const letGo = () => table.set({ held: null, over: null });
  return {
    tap(target, way) {
      tap(table, target, way);
    },
    look(target) {
      if (target.kind !== 'card') return;
      const { contacts } = table.doing.selection;
      // The first click of two has selected the card, and did not mean to.
      if (contacts.size === 1 && contacts.has(target.contact)) table.set({ selection: NOTHING });
      void openCard(table, target.contact);
    },
    grab(contact, at) {
      const { layout, doing } = table;
      const box = layout.cards.get(contact)?.box;
      if (!box) return;
      const middle = centre(box);
      const others = taken(doing.selection, contact, cardsAsRead(layout)).filter((each) => each !== contact);
      const grip = { x: at.x - middle.x, y: at.y - middle.y };
      table.set({ held: { contacts: [contact, ...others], point: at, grip } });
      play('lift');
    },
    carry(to) {
      const { held } = table.doing;
      if (held) table.set({ held: { ...held, point: to }, over: trayUnder(table.layout, to) });
    },
    drop(at) {
      const { layout, doing } = table;
      const carried = doing.held?.contacts ?? [];
      const field = fieldNamed(table, trayUnder(layout, at));
      letGo();
      const order = cardsAsRead(layout);
      if (field) {
        putInto(
          table,
          order.filter((each) => carried.includes(each)),
          field,
        );
      }
      const [lead] = carried;
      if (lead !== undefined) table.focus(lead);
    },
    letGo,
    frame(box, adds) {
      const { band, selection } = table.doing;
      const before = band?.before ?? selection;
      const framed = chooseFramed(before, cardsTouching(table.layout, box), adds);
      // The same cards in a larger frame change the frame alone, and not what is selected.
      table.set({ band: { box, before }, selection: same(framed, selection) ? selection : framed });
    },
    framed() {
      table.set({ band: null });
      sayCount(table);
    },
  };
}

/** Notes what lies below the pointer while nothing is pressed. */
export function hover(table: Table, point: Point | null, finger: boolean): void {
  const { doing, layout } = table;
  const target = point && !finger && !doing.away ? targetAt(layout, point) : null;
  const over = target?.kind === 'tray' || target?.kind === 'label' ? target.field : null;
  if (over === doing.over && JSON.stringify(target) === JSON.stringify(doing.hovered)) return;
  table.set({ hovered: target, over });
}

/** The pointer's shape says what it would do. */
export function cursorOf({ held, hovered, selection }: Table['doing']): string {
  if (held) return 'grabbing';
  switch (hovered?.kind) {
    case 'card':
      return 'grab';
    case 'label':
    case 'pager':
    case 'read':
      return 'pointer';
    case 'tray':
      return selection.contacts.size > 0 ? 'pointer' : '';
    default:
      return '';
  }
}
