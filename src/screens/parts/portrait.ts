import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Contact } from '../../engine/index.ts';
import { drawPortrait } from '../../stage/portrait.ts';

/** The lowest drawing scale, so that a zoomed page stays crisp. */
const SHARPNESS = 2;

/**
 * A contact's portrait on a postage stamp. Screen readers skip it, as the name is beside it.
 * @param size in CSS pixels; the style sheet sizes the element
 */
export function portrait(contact: Contact, size: number): TemplateResult {
  const draw = (element?: Element) => {
    if (!(element instanceof HTMLCanvasElement)) return;
    const scale = Math.max(SHARPNESS, globalThis.devicePixelRatio);
    element.width = Math.round(size * scale);
    element.height = Math.round(size * scale);
    const context = element.getContext('2d');
    if (!context) return;
    context.scale(scale, scale);
    drawPortrait(
      context,
      {
        id: contact.id,
        people: contact.people,
        portrait: contact.portrait,
        ...(contact.kind && { kind: contact.kind }),
      },
      0,
      0,
      size,
    );
  };
  return html`<canvas class="portrait" aria-hidden="true" ${ref(draw)}></canvas>`;
}
