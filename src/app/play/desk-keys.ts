import { letterOf, type Key } from '../../access/keys.ts';

/** What a key of the mail software means wherever the focus is; null when it is the browser's. */
export function deskCommand({ key, code, ctrlKey, metaKey, shiftKey, altKey }: Key): 'undo' | 'redo' | 'send' | null {
  if (altKey || !(ctrlKey || metaKey)) return null;
  if (key === 'Enter') return 'send';
  const letter = letterOf({ key, code });
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && !shiftKey ? 'redo' : null;
}
