import type { DraftSummary } from '../../progress/drafts.ts';
import { begin, record, redo, undo, type History } from '../../workshop/history.ts';
import { keepNew, openKept, type Keeper, type KeepingPorts } from '../../workshop/keeping.ts';
import type { LevelFiles } from '../../workshop/level-files.ts';

/** What the author should know about where the level is kept; null when all is well. */
export type KeepingNotice = 'full' | 'forbidden' | 'copied' | 'other-tab' | null;

/** The level that is being written, with everything that was done to it, and the author's other levels. */
export interface Writing {
  readonly files: () => LevelFiles;
  /** @param field the field that the author types in; what they type there in a row is one step */
  readonly change: (edit: (files: LevelFiles) => LevelFiles, field?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  /** Leaves this level, which stays on the device, for a new one. */
  readonly begin: (files: LevelFiles) => Promise<void>;
  /** Leaves this level for another one on the device. */
  readonly open: (id: string) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  /** The author's other levels on this device, the latest first. */
  readonly others: () => readonly DraftSummary[];
  readonly notice: () => KeepingNotice;
  readonly close: () => void;
}

/**
 * Opens the level that was written last on this device, or a new one.
 *
 * @param ports where levels are kept
 * @param kept false when the browser forgets them with the page
 * @param fresh makes a new level
 * @param changed called after each step, forwards or back, and when another level is open
 */
export async function openWriting(
  ports: KeepingPorts,
  kept: boolean,
  fresh: () => LevelFiles,
  changed: () => void,
): Promise<Writing> {
  let history: History<LevelFiles> = begin(fresh());
  let keeper: Keeper | null = null;
  /** Set while the device begins to keep a new level. */
  let beginning: Promise<void> | null = null;
  let elsewhere = false;
  let drafts: readonly DraftSummary[] = [];

  const list = async () => {
    drafts = await ports.drafts.list().catch(() => []);
  };
  /** A level is kept from its first change on, so that looking at one leaves nothing behind. */
  const keep = () => {
    if (keeper) return keeper.keep(history);
    beginning ??= keepNew(ports, history, changed).then((begun) => {
      beginning = null;
      keeper = begun;
      begun.keep(history);
    });
  };
  const become = (next: History<LevelFiles>) => {
    if (next === history) return;
    history = next;
    keep();
    changed();
  };
  const leave = async () => {
    await beginning;
    await keeper?.close();
    keeper = null;
    elsewhere = false;
  };
  const open = async (id: string) => {
    await leave();
    const opened = await openKept(ports, id, changed).catch(() => null);
    if (opened?.kind === 'open') {
      history = opened.work;
      keeper = opened.keeper;
    } else if (opened?.kind === 'elsewhere' && opened.work) {
      history = opened.work;
      elsewhere = true;
    }
  };
  await list();
  const [latest] = drafts;
  if (latest) await open(latest.id);

  return {
    files: () => history.present,
    change: (edit, field) => become(record(history, edit(history.present), field ?? null)),
    undo: () => become(undo(history)),
    redo: () => become(redo(history)),
    canUndo: () => history.past.length > 0,
    canRedo: () => history.future.length > 0,
    async begin(files) {
      await leave();
      await list();
      history = begin(files);
      keep();
      changed();
    },
    async open(id) {
      await open(id);
      await list();
      changed();
    },
    async remove(id) {
      await ports.drafts.remove(id).catch(() => null);
      await list();
      changed();
    },
    others: () => drafts.filter(({ id }) => id !== keeper?.id),
    notice() {
      if (!kept) return 'forbidden';
      if (elsewhere) return 'other-tab';
      const safety = keeper?.safety ?? 'kept';
      return safety === 'kept' || safety === 'keeping' ? null : safety;
    },
    close: () => void leave(),
  };
}
