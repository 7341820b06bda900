/**
 * What happens on a change of screen for those who do not see it: the focus goes to the new heading, the title of the
 * page says where it is.
 */

/** Sets the title and moves the focus to the heading of the screen. */
export function enterScreen(root: ParentNode, title: string): void {
  document.title = title;
  const heading = root.querySelector<HTMLElement>('[data-heading]');
  heading?.focus({ preventScroll: true });
  scrollTo(0, 0);
}

/** A closed dialog sends its event a moment later; what is drawn in between must not open it again. */
const opened = new WeakSet<HTMLDialogElement>();

/** Opens the dialogs that have just been drawn: `showModal` keeps the focus in, which an attribute would not. */
export function openDialogs(root: ParentNode): void {
  for (const dialog of root.querySelectorAll<HTMLDialogElement>('dialog[data-modal]')) {
    if (opened.has(dialog)) continue;
    opened.add(dialog);
    dialog.showModal();
  }
}
