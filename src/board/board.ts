import { announce } from '../access/announce.ts';
import { onSingleKeysChange } from '../access/single-keys.ts';
import { createTwin } from '../access/twin.ts';
import type { Command } from '../engine/index.ts';
import { onLanguageChange, t } from '../i18n/index.ts';
import { rightToLeft } from '../stage/canvas-text.ts';
import { play } from '../stage/sound.ts';
import type { Stage } from '../stage/stage.ts';
import { onThemeChange } from '../stage/theme.ts';
import { typeScale } from '../stage/type-scale.ts';
import { readGestures } from './input/gesture.ts';
import { createPointerActions, cursorOf, hover } from './input/pointer-actions.ts';
import { targetAt, type LookBehind } from './input/hit-test.ts';
import { listenToTwin } from './input/keyboard.ts';
import { layOut } from './layout/layout.ts';
import { lookBehindBox } from './layout/look-behind.ts';
import { moveNews } from './moves.ts';
import { openPicture } from './draw/desk-picture.ts';
import { listenToPointer } from './input/pointer.ts';
import { NOTHING } from './input/selection.ts';
import { AT_REST, changed, isOtherDesk, lookedAt, stillDone, type BoardContext, type BoardModel } from './state.ts';
import { twinModel } from './twin-view.ts';
import { deskWords } from './texts.ts';

export type { BoardModel } from './state.ts';

/** The desk where cards are put into the fields of a mail. */
export interface Board {
  update(model: BoardModel): void;
  /**
   * Animates the letter: it is folded, put into its envelope and sent off. Resolves when it has left; with reduced
   * motion at once.
   */
  send(): Promise<void>;
  /** Brings the letter back. */
  unsend(): void;
  close(): void;
}

/**
 * Opens the desk on a stage.
 * It draws, and reports what the player does. The caller decides what a command means, and then updates the board.
 * Players can use it at once, before the first frame is drawn.
 * @param dispatch receives each command of the player
 */
export function openBoard(stage: Stage, first: BoardModel, dispatch: (command: Command) => void): Board {
  const { host } = stage;
  let model = first;
  let interaction = AT_REST;
  let words = deskWords(model.level, model.desk, model.signs);
  let layout = arrange();

  function arrange() {
    const { contacts, fields } = model.desk;
    const { placement } = model;
    return layOut({
      ...stage.size(),
      contacts,
      fields,
      placement,
      pages: interaction.pages,
      rightToLeft: rightToLeft(),
      typeScale: typeScale(),
    });
  }

  const board: BoardContext = {
    get model() {
      return model;
    },
    get words() {
      return words;
    },
    get layout() {
      return layout;
    },
    get interaction() {
      return interaction;
    },
    get behind() {
      return lookBehind();
    },
    set(change) {
      const before = interaction;
      interaction = changed(interaction, change);
      host.style.cursor = cursorOf(interaction);
      const { pages, selection, away } = before;
      // Changes that only affect the picture do not concern the twin.
      if (pages !== interaction.pages || selection !== interaction.selection || away !== interaction.away) refresh();
      else paint();
    },
    dispatch,
    say: announce,
    focus(contact, when) {
      if (when === undefined || document.activeElement === document.body) twin.focus(contact);
    },
    ask: (dialog, choose) => twin.ask(dialog, choose),
  };

  const gestures = readGestures((point) => targetAt(layout, point, lookBehind()), createPointerActions(board));
  const twin = createTwin(
    host,
    listenToTwin(board, () => {
      const { busy } = gestures;
      gestures.cancel();
      return busy;
    }),
  );
  const picture = openPicture(stage);

  function lookBehind(): LookBehind | null {
    const contact = interaction.notice === null && !interaction.away ? lookedAt(interaction) : null;
    if (contact === null || !words.cards.get(contact)?.behind) return null;
    return { contact, box: lookBehindBox(layout, rightToLeft()) };
  }

  function paint(still = false): void {
    const { selection, hovered, held, over, marquee, notice, away } = interaction;
    const pointed = hovered?.kind === 'card' ? hovered.contact : null;
    const { desk, placement } = model;
    const frame = marquee?.box ?? null;
    picture.show(
      {
        layout,
        words,
        desk,
        placement,
        selection,
        looked: lookedAt(interaction),
        behind: lookBehind()?.box ?? null,
        hovered: pointed,
        over,
        held,
        frame,
        notice: notice?.text ?? null,
        away,
      },
      still,
    );
  }

  function refresh(still = false): void {
    layout = arrange();
    twin.show(twinModel(layout, words, model.desk, model.placement, interaction.selection, !interaction.away));
    paint(still);
  }

  const stops = [
    listenToPointer(host, gestures, {
      awake: () => !interaction.away,
      hover: (point) => hover(board, point),
    }),
    stage.onResize(() => refresh(true)),
    onThemeChange(() => refresh(true)),
    onSingleKeysChange(() => refresh(true)),
    onLanguageChange(() => {
      words = deskWords(model.level, model.desk, model.signs);
      refresh(true);
    }),
  ];
  refresh(true);

  return {
    update(next) {
      const before = model;
      const { level, desk, placement, signs } = before;
      if (next.level === level && next.desk === desk && next.placement === placement && next.signs === signs) return;
      model = next;
      words = deskWords(model.level, model.desk, model.signs);
      interaction = stillDone(interaction, before, model);
      const other = isOtherDesk(before, model);
      refresh(other || next.signs !== signs);
      const news = other ? '' : moveNews(words, model.desk, placement, model.placement);
      if (news === '') return;
      play('drop');
      announce(news);
    },
    async send() {
      gestures.cancel();
      board.set({ selection: NOTHING, hovered: null, over: null, away: true });
      await picture.fly();
    },
    unsend() {
      if (!interaction.away) return;
      board.set({ away: false });
      picture.land();
      announce(t('board.back'));
    },
    close() {
      gestures.cancel();
      for (const stop of stops) stop();
      host.style.cursor = '';
      twin.close();
      picture.close();
    },
  };
}
