/**
 * What happens on a change of screen for those who do not see it: the focus goes to the new heading, the title of the
 * page says where it is, and short news are read out.
 */

/** Sets the title and moves the focus to the heading of the screen. */
export function enterScreen(root: ParentNode, title: string): void {
  document.title = title;
  const heading = root.querySelector<HTMLElement>('[data-heading]');
  heading?.focus({ preventScroll: true });
  scrollTo(0, 0);
}

/** Reads out a piece of news, politely. */
export function announce(text: string): void {
  const region = document.querySelector('[data-news]');
  if (!region) return;
  // Emptied first, since the same news twice would be no change and stay unread.
  region.textContent = '';
  setTimeout(() => (region.textContent = text), 60);
}

/** Opens the dialogs that have just been drawn: `showModal` keeps the focus in, which an attribute would not. */
export function openDialogs(root: ParentNode): void {
  for (const dialog of root.querySelectorAll<HTMLDialogElement>('dialog[data-modal]')) {
    if (!dialog.open) dialog.showModal();
  }
}
