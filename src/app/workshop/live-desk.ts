import {
  deskName,
  type ContactId,
  type Field,
  type Level,
  type Outcome,
  type Routing,
  simulate,
  tryDesks,
  type Trial,
} from '../../engine/index.ts';
import { announce } from '../../access/announce.ts';
import { t } from '../../i18n/index.ts';
import type { DeskModel } from '../../screens/workshop/desk-panel.ts';
import { factsOf } from '../../workshop/trial/facts-of.ts';
import { renamedIds } from '../../workshop/trial/renamed-ids.ts';
import { openLatestAnswer } from '../../workshop/latest-answer.ts';
import { startOutcomeWorker } from './outcome-worker.ts';
import { placementIn } from './placement-in.ts';

/** The desk beside the form. It keeps where the author put each card, by desk, whatever becomes of the level. */
export interface LiveDesk {
  /** Follows the level; null while it cannot be played, when the desk keeps the last one that could. */
  readonly follow: (level: Level | null) => void;
  readonly place: (desk: string, contacts: readonly ContactId[], field: Field) => void;
  readonly show: (index: number) => void;
  /** Puts the cards where a routing has them. */
  readonly lay: (routing: Routing) => void;
  readonly model: () => Omit<DeskModel, 'begun'>;
  /** What lies on the desks now. */
  readonly trial: () => Trial | null;
  /** Where the author has put the cards, and which desk they see. */
  readonly laid: () => LaidCards;
  /** Puts the cards there again. */
  readonly layAgain: (cards: LaidCards) => void;
  /** Clears the desks. */
  readonly clear: () => void;
  readonly close: () => void;
}

type Placements = ReadonlyMap<string, Readonly<Record<ContactId, Field>>>;

/** What lies on the desks. */
export interface LaidCards {
  readonly placements: Placements;
  /** The index of the desk that is shown. */
  readonly shown: number;
}

/** The most cards, over all emails, that are played at once, which takes a few milliseconds. A worker plays the rest. */
const AT_ONCE = 120;

/** How long the desk must rest before its score is announced. */
const PAUSE_MS = 400;

/** @param draw called when an outcome has arrived later */
export function liveDesk(draw: () => void): LiveDesk {
  let facts = '';
  let isWorking = false;
  let level: Level | null = null;
  let stale = false;
  let placements: Placements = new Map();
  let shown = 0;
  let trial: Trial | null = null;
  let outcome: Outcome | null = null;

  let saying: ReturnType<typeof setTimeout> | undefined;

  const show = (next: Outcome | null) => {
    isWorking = false;
    // What the desk earned before is no longer true.
    if (next === null) clearTimeout(saying);
    else if (next.score !== outcome?.score) sayLater(next);
    outcome = next;
  };
  /** Someone who moves through the fields of a menu hears what the last of them earns. */
  const sayLater = ({ score, stars }: Outcome) => {
    clearTimeout(saying);
    saying = setTimeout(() => {
      announce(t('stars.score', { score }));
      announce(t('stars.label', { count: stars }));
    }, PAUSE_MS);
  };
  const playNow = () => show(level && trial?.whole ? simulate(level, trial.routing) : null);
  const outcomes = openLatestAnswer(
    startOutcomeWorker,
    (played) => {
      show(played);
      draw();
    },
    // Without the worker the page plays it, however long that takes.
    () => {
      playNow();
      draw();
    },
  );

  const work = () => {
    trial = level && tryDesks(level, (desk) => ({ ...desk.prefilled, ...placements.get(desk.id) }));
    outcomes.forget();
    const cards = level ? level.contacts.length * level.mails.length : 0;
    if (level && trial?.whole && cards > AT_ONCE) {
      isWorking = true;
      outcomes.ask({ level, routing: trial.routing });
    } else playNow();
    shown = Math.min(shown, Math.max(0, (trial?.desks.length ?? 1) - 1));
  };

  return {
    follow(next) {
      stale = next === null;
      if (next === null || next === level) return;
      if (level) placements = withNewIds(placements, level, next);
      level = next;
      const before = facts;
      facts = factsOf(next);
      // Other words lead to nothing else.
      if (facts !== before) work();
    },
    place(desk, contacts, field) {
      const moved = Object.fromEntries(contacts.map((contact) => [contact, field]));
      placements = new Map([...placements, [desk, { ...placements.get(desk), ...moved }]]);
      work();
      draw();
    },
    show(index) {
      shown = index;
      draw();
    },
    lay(routing) {
      if (!level) return;
      const laid = tryDesks(level, (desk) => placementIn(routing, desk));
      placements = new Map(laid.desks.map(({ desk, placement }) => [desk.id, placement]));
      work();
      draw();
    },
    model: () => ({ level, stale, desks: trial?.desks ?? [], shown, outcome, working: isWorking }),
    trial: () => trial,
    laid: () => ({ placements, shown }),
    layAgain(cards) {
      ({ placements, shown } = cards);
      work();
    },
    clear() {
      clearTimeout(saying);
      outcomes.forget();
      facts = '';
      placements = new Map();
      level = null;
      trial = null;
      outcome = null;
      shown = 0;
    },
    close() {
      clearTimeout(saying);
      outcomes.end();
    },
  };
}

/** Keeps cards where they lie when they or their email get another id. */
function withNewIds(placements: Placements, before: Level, after: Level): Placements {
  const contacts = renamedIds(idsOf(before), idsOf(after));
  const desks = renamedIds(before.mails.map(deskName), after.mails.map(deskName));
  if (contacts.size === 0 && desks.size === 0) return placements;
  return new Map(
    [...placements].map(([desk, placement]) => [
      desks.get(desk) ?? desk,
      Object.fromEntries(Object.entries(placement).map(([id, field]) => [contacts.get(id) ?? id, field])),
    ]),
  );
}

const idsOf = ({ contacts }: Level) => contacts.map(({ id }) => id);
