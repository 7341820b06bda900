import { letterOf, type Key } from '../../access/keys.ts';

/** Returns what a key of the mail program does, wherever the focus is; null if it is the browser's. */
export function deskCommand({ key, code, ctrlKey, metaKey, shiftKey, altKey }: Key): 'undo' | 'redo' | 'send' | null {
  if (altKey || !(ctrlKey || metaKey)) return null;
  if (key === 'Enter') return 'send';
  const letter = letterOf({ key, code });
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && !shiftKey ? 'redo' : null;
}
