import { isMarkedOutside } from '../../board/marks.ts';
import {
  canLieIn,
  type Command,
  type ContactId,
  type Desk,
  type Field,
  type Level,
  type Play,
} from '../../engine/index.ts';
import { fieldName } from '../../i18n/field-name.ts';
import { formatNumber, t, textOf } from '../../i18n/index.ts';
import type { AddressLineActions, AddressLineModel } from '../../screens/play/address-line.ts';
import { hasAddressLine, suggest } from './address-line.ts';

/** Controls the address line of a desk while the player types in it. */
export interface AddressLineController {
  /** null at a desk without one. */
  model(): AddressLineModel | null;
  readonly actions: AddressLineActions;
  close(): void;
}

/** The desk as the address line sees and changes it. */
export interface AddressLineDesk {
  readonly level: () => Level;
  readonly play: () => Play;
  readonly give: (command: Command) => void;
  readonly draw: () => void;
  /** Announces a text. */
  readonly say: (text: string) => void;
  /** Scrolls the suggestion that the keyboard is on into view. */
  readonly reveal: () => void;
}

interface Typing {
  readonly field: Field | null;
  readonly typed: string;
  readonly open: boolean;
  readonly active: number;
  readonly refusal: string;
}

const AT_REST: Typing = { field: null, typed: '', open: false, active: 0, refusal: '' };

/** Opens the address line of a desk. */
export function addressLineController({
  level,
  play,
  give,
  draw,
  say,
  reveal,
}: AddressLineDesk): AddressLineController {
  let state = AT_REST;
  let at: string | null = null;

  const desk = (): Desk | null => {
    const now = play().desk;
    // The line is emptied at another desk.
    if (now && now.id !== at) [at, state] = [now.id, AT_REST];
    return now && hasAddressLine(level(), now) ? now : null;
  };
  const fieldsOf = ({ fields }: Desk) => fields.filter((field) => field !== 'none');
  const fieldNow = (now: Desk): Field => state.field ?? fieldsOf(now)[0] ?? 'to';
  const found = (now: Desk): ContactId[] => suggest(level(), now, play().placement, play().log, state.typed);
  const contactOf = (id: ContactId | undefined) => level().contacts.find((contact) => contact.id === id);

  const become = (change: Partial<Typing>) => {
    state = { ...state, ...change };
    draw();
  };
  const sayFound = () => {
    const now = desk();
    if (!now || !state.open) return;
    const count = found(now).length;
    say(count === 0 ? t('address.none') : t('address.found', { n: formatNumber(count) }));
  };

  const choose = (index: number) => {
    const now = desk();
    const contact = now && contactOf(found(now)[index]);
    if (!now || !contact) return;
    const field = fieldNow(now);
    if (!canLieIn(contact, field)) {
      const refusal = t('board.lists-stay', { names: textOf(contact.name) });
      say(refusal);
      become({ open: false, refusal });
      return;
    }
    become({ typed: '', open: false, active: 0, refusal: '' });
    give({ type: 'place', contacts: [contact.id], field });
  };

  const walk = (step: number) => {
    const now = desk();
    const count = now ? found(now).length : 0;
    if (count === 0) return;
    if (!state.open) {
      become({ open: true, active: step > 0 ? 0 : count - 1, refusal: '' });
      sayFound();
      return;
    }
    become({ active: (state.active + step + count) % count });
    reveal();
  };

  const key = (pressed: string): boolean => {
    switch (pressed) {
      case 'ArrowDown':
      case 'ArrowUp':
        walk(pressed === 'ArrowDown' ? 1 : -1);
        return true;
      case 'Enter':
        if (state.open) choose(state.active);
        return true;
      case ',':
      case ';':
        if (!state.open || state.typed.trim() === '') return false;
        choose(state.active);
        return true;
      case 'Escape':
        if (!state.open && state.typed === '' && state.refusal === '') return false;
        become(state.open ? { open: false } : { typed: '', refusal: '' });
        return true;
      default:
        return false;
    }
  };

  // The space that an on-screen keyboard leaves, which style sheets cannot read.
  const measure = () => {
    const height = globalThis.visualViewport?.height;
    if (height) document.documentElement.style.setProperty('--visible-height', `${String(Math.round(height))}px`);
  };
  globalThis.visualViewport?.addEventListener('resize', measure);
  measure();

  return {
    model() {
      const now = desk();
      if (!now) return null;
      return {
        fields: fieldsOf(now).map((field) => ({ field, name: fieldName(field, now) })),
        field: fieldNow(now),
        typed: state.typed,
        open: state.open,
        suggested: found(now).flatMap((id) => {
          const contact = contactOf(id);
          if (!contact) return [];
          const mark = isMarkedOutside(level(), contact) ? t('mark.outside') : '';
          return [{ contact: id, name: textOf(contact.name), address: contact.address, mark }];
        }),
        active: state.active,
        refusal: state.refusal,
      };
    },
    actions: {
      setField(name) {
        const now = desk();
        const field = now && fieldsOf(now).find((one) => one === name);
        if (field) become({ field, refusal: '' });
      },
      type(typed) {
        become({ typed, open: typed.trim() !== '', active: 0, refusal: '' });
        sayFound();
      },
      show(open) {
        if (open === state.open) return;
        become({ open, active: 0 });
        sayFound();
      },
      choose,
      key,
    },
    close() {
      globalThis.visualViewport?.removeEventListener('resize', measure);
      document.documentElement.style.removeProperty('--visible-height');
    },
  };
}
