import { hearHeadingFirst } from '../../access/announce.ts';

/**
 * Informs screen readers of a change of screen: the focus moves to the new heading, and the page's title says where it
 * is.
 */

/** Sets the title and moves the focus to the heading of the screen. */
export function enterScreen(root: ParentNode, title: string): void {
  document.title = title;
  focusHeading(root);
  scrollTo(0, 0);
}

/** Moves the focus to the heading of the screen. */
export function focusHeading(root: ParentNode): void {
  // Firefox's reading position follows the selection, which is still in a link that is gone, so it would read on from
  // the end of the page. This must happen before the focus, as a change of the selection silences the focused element.
  getSelection()?.removeAllRanges();
  hearHeadingFirst();
  root.querySelector<HTMLElement>('[data-heading]')?.focus({ preventScroll: true });
}

/** A closed dialog sends its event a moment later; drawing in between must not open it again. */
const opened = new WeakSet<HTMLDialogElement>();

/** Opens the dialogs that have just been drawn: unlike an attribute, `showModal` keeps the focus inside. */
export function openDialogs(root: ParentNode): void {
  for (const dialog of root.querySelectorAll<HTMLDialogElement>('dialog[data-modal]')) {
    if (opened.has(dialog)) continue;
    opened.add(dialog);
    // Firefox makes everything that scrolls a Tab stop.
    dialog.tabIndex = -1;
    dialog.showModal();
  }
}
