/** The parts of a keyboard event that count. */
export type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** What a key of the mail software means wherever the focus is; null when it is the browser's. */
export function deskCommand({ key, ctrlKey, metaKey, shiftKey, altKey }: Key): 'undo' | 'redo' | 'send' | null {
  if (altKey || !(ctrlKey || metaKey)) return null;
  if (key === 'Enter') return 'send';
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && !shiftKey ? 'redo' : null;
}
