import { html, nothing, type TemplateResult } from 'lit';

/**
 * The heading of a screen, which has the focus when the screen opens.
 *
 * Its words are an element of their own: when the control that had the focus is gone, Orca in Chromium moves to the first text of
 * the new focus without a word, and then says nothing of the focus where it is there already. The words are not the heading.
 *
 * @param className of the heading
 */
export function screenHeading(words: unknown, className?: string): TemplateResult {
  return html`<h1 class=${className ?? nothing} tabindex="-1" data-heading><strong>${words}</strong></h1>`;
}
