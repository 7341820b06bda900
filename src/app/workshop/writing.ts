import type { DraftSummary } from '../../progress/drafts.ts';
import { begin, record, redo, undo, withoutFuture, type History } from '../../workshop/history.ts';
import { keepNew, openKept, type Keeper, type KeepingPorts } from '../../workshop/keeping.ts';
import { COURSE_ID } from '../../workshop/share/course-work.ts';
import type { LevelFiles } from '../../workshop/level-files.ts';

/** What the author should know about where the level is kept; null when all is well. */
export type KeepingNotice = 'full' | 'forbidden' | 'copied' | 'other-tab' | null;

/** The level that is being written, with everything that was done to it, and the author's other levels. */
export interface Writing {
  readonly files: () => LevelFiles;
  /** The id of the level on this device, or the one that it gets with its first change. */
  readonly id: () => string;
  readonly history: () => History<LevelFiles>;
  /** @param field the field that the author types in; what they type there in a row is one step */
  readonly change: (edit: (files: LevelFiles) => LevelFiles, field?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Forgets what was undone. */
  readonly goOn: () => void;
  /** Leaves this level, which stays on the device, for a new one. */
  readonly begin: (files: LevelFiles) => Promise<void>;
  /** Leaves this level for another one on the device. */
  readonly open: (id: string) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  /** The author's other levels on this device, the latest first. */
  readonly others: () => readonly DraftSummary[];
  readonly notice: () => KeepingNotice;
  /** True once the device has the level; each further change follows within moments, or there is a notice. */
  readonly isKept: () => boolean;
  /** Resolves when everything is on the device. */
  readonly close: () => Promise<void>;
}

export interface WritingEvents {
  /** Called after each step, forwards or back, and when another level is open. */
  readonly changed: () => void;
  /** Called when the notice has changed, or when the device has the level. */
  readonly noticed: () => void;
  /** Called when the level becomes a copy of the one that it was, which another tab writes, too. */
  readonly copied: (from: string, to: string) => void;
}

/**
 * Opens a level on this device: the wanted one, else the one that was written last, else a new one.
 *
 * @param ports where levels are kept
 * @param kept false when the browser forgets them with the page
 * @param fresh makes a new level
 * @param wanted the id of a level
 */
export async function openWriting(
  ports: KeepingPorts,
  kept: boolean,
  fresh: () => LevelFiles,
  wanted: string | null,
  { changed, noticed, copied }: WritingEvents,
): Promise<Writing> {
  let history: History<LevelFiles> = begin(fresh());
  let keeper: Keeper | null = null;
  /** Set while the device begins to keep a new level. */
  let beginning: Promise<Keeper> | null = null;
  let freshId = ports.freshId();
  /** The id of a level that another tab writes. */
  let elsewhere: string | null = null;
  let drafts: readonly DraftSummary[] = [];

  const notice = (): KeepingNotice => {
    if (!kept) return 'forbidden';
    if (elsewhere !== null) return 'other-tab';
    const safety = keeper?.safety ?? 'kept';
    return safety === 'kept' || safety === 'keeping' ? null : safety;
  };
  /** The keeper of a level that the device has. */
  let keptBy: Keeper | null = null;
  const isKept = () => notice() === null && keeper !== null && keptBy === keeper;
  const followSafety = () => {
    if (keeper?.safety === 'kept') keptBy = keeper;
    else if (keeper?.safety !== 'keeping') keptBy = null;
  };
  let shown = notice();
  let shownKept = false;
  const id = () => keeper?.id ?? (beginning ? freshId : (elsewhere ?? freshId));
  let knownId = id();
  const followId = () => {
    const before = knownId;
    knownId = id();
    if (knownId !== before) copied(before, knownId);
  };
  /** Most steps are kept without a word. */
  const safetyChanged = () => {
    followId();
    followSafety();
    if (notice() === shown && isKept() === shownKept) return;
    shown = notice();
    shownKept = isKept();
    noticed();
  };
  const stepped = () => {
    followSafety();
    shown = notice();
    shownKept = isKept();
    changed();
  };
  const list = async () => {
    const all = await ports.drafts.list().catch(() => []);
    drafts = all.filter((draft) => draft.id !== COURSE_ID);
  };
  /** A level is kept from its first change on, so that looking at one leaves nothing behind. */
  const keep = () => {
    if (keeper) return keeper.keep(history);
    if (beginning) return;
    const started = keepNew(ports, history, safetyChanged, freshId);
    beginning = started;
    followId();
    void started.then((begun) => {
      if (beginning !== started) return;
      beginning = null;
      keeper = begun;
      followId();
      begun.keep(history);
    });
  };
  const become = (next: History<LevelFiles>) => {
    if (next === history) return;
    history = next;
    keep();
    stepped();
  };
  /** Leaves the level at once, so that no later change gets into it. @returns when all of it is on the device */
  const leave = async () => {
    const [left, leaving, last] = [keeper, beginning, history];
    keeper = null;
    beginning = null;
    elsewhere = null;
    freshId = ports.freshId();
    knownId = id();
    const begun = await leaving;
    begun?.keep(last);
    await begun?.close();
    await left?.close();
  };
  const open = async (draft: string) => {
    const opened = await openKept(ports, draft, safetyChanged).catch(() => null);
    if (opened?.kind !== 'open' && !(opened?.kind === 'elsewhere' && opened.work)) return;
    const left = leave();
    history = opened.work ?? history;
    if (opened.kind === 'open') keeper = opened.keeper;
    else elsewhere = draft;
    followSafety();
    knownId = id();
    await left;
  };
  await list();
  const first = drafts.find((draft) => draft.id === wanted) ?? drafts[0];
  if (first) await open(first.id);

  return {
    files: () => history.present,
    id,
    history: () => history,
    change: (edit, field) => become(record(history, edit(history.present), field ?? null, ports.now())),
    undo: () => become(undo(history)),
    redo: () => become(redo(history)),
    goOn() {
      const next = withoutFuture(history);
      if (next === history) return;
      history = next;
      // A level that another tab writes is not kept here before its next change.
      keeper?.keep(history);
    },
    async begin(files) {
      const left = leave();
      history = begin(files);
      keep();
      stepped();
      await left;
      await list();
      stepped();
    },
    async open(draft) {
      await open(draft);
      await list();
      stepped();
    },
    async remove(draft) {
      await ports.drafts.remove(draft).catch(() => null);
      await list();
      stepped();
    },
    others: () => drafts.filter((draft) => draft.id !== keeper?.id),
    notice,
    isKept,
    close: leave,
  };
}
