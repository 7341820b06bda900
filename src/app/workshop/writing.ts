import { begin, record, redo, undo, type History } from '../../workshop/history.ts';
import type { LevelFiles } from '../../workshop/level-files.ts';

/** The level that is being written, with everything that was done to it. */
export interface Writing {
  readonly files: () => LevelFiles;
  /** @param field the field that the author types in; what they type there in a row is one step */
  readonly change: (edit: (files: LevelFiles) => LevelFiles, field?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
}

/** @param changed called after each step, forwards or back */
export function openWriting(first: LevelFiles, changed: () => void): Writing {
  let history: History<LevelFiles> = begin(first);
  const become = (next: History<LevelFiles>) => {
    if (next === history) return;
    history = next;
    changed();
  };
  return {
    files: () => history.present,
    change: (edit, field) => become(record(history, edit(history.present), field ?? null)),
    undo: () => become(undo(history)),
    redo: () => become(redo(history)),
    canUndo: () => history.past.length > 0,
    canRedo: () => history.future.length > 0,
  };
}
