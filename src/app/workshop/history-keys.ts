/**
 * Undoes and redoes with the keyboard: Ctrl+Z, and Ctrl+Shift+Z or Ctrl+Y. It works in a text field too, since what the
 * author types there is a step of the level.
 */
export function undoKeys(undo: () => void, redo: () => void): { readonly end: () => void } {
  const pressed = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || document.querySelector('dialog[open]')) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (key === 'z' && !event.shiftKey) undo();
    else redo();
  };
  addEventListener('keydown', pressed);
  return { end: () => removeEventListener('keydown', pressed) };
}
