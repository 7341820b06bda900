import { hearHeadingFirst } from '../../access/announce.ts';

/**
 * What happens on a change of screen for those who do not see it: the focus goes to the new heading, the title of the
 * page says where it is.
 */

/** Sets the title and moves the focus to the heading of the screen. */
export function enterScreen(root: ParentNode, title: string): void {
  document.title = title;
  focusHeading(root);
  scrollTo(0, 0);
}

/** Moves the focus to the heading of the screen. */
export function focusHeading(root: ParentNode): void {
  // Firefox lets its reading position go with the selection, which is left in a link that is gone: it would read on from the
  // end of the page. After the focus it would be too late, as a change of the selection silences what has just got it.
  getSelection()?.removeAllRanges();
  hearHeadingFirst();
  root.querySelector<HTMLElement>('[data-heading]')?.focus({ preventScroll: true });
}

/** A closed dialog sends its event a moment later; what is drawn in between must not open it again. */
const opened = new WeakSet<HTMLDialogElement>();

/** Opens the dialogs that have just been drawn: `showModal` keeps the focus in, which an attribute would not. */
export function openDialogs(root: ParentNode): void {
  for (const dialog of root.querySelectorAll<HTMLDialogElement>('dialog[data-modal]')) {
    if (opened.has(dialog)) continue;
    opened.add(dialog);
    // Firefox makes everything that scrolls a Tab stop.
    dialog.tabIndex = -1;
    dialog.showModal();
  }
}
