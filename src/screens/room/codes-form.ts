import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import type { AddedCodes } from '../../room/record.ts';

/** The camera: the browser cannot scan, it can, it is scanning, or it was refused. */
export type CameraState =
  { readonly state: 'none' | 'offered' | 'failed' } | { readonly state: 'on'; readonly stream: MediaStream };

/** The form to type, paste or scan result codes, with the outcome of the last ones. */
export function codesForm(
  added: AddedCodes | null,
  camera: CameraState,
  { addCodes, scan }: { readonly addCodes: (text: string) => void; readonly scan: (on: boolean) => void },
): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).querySelector('textarea');
    if (!field) return;
    addCodes(field.value);
    field.value = '';
    field.focus();
  };
  return html`<section aria-labelledby="room-codes">
    <h2 id="room-codes">${t('room.codes.title')}</h2>
    <p>${t('room.codes.text')}</p>
    <form class="room-codes" @submit=${submit}>
      <label class="field">
        <span>${t('room.codes.label')}</span>
        <textarea
          rows="2"
          dir="ltr"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          data-codes
        ></textarea>
      </label>
      <p class="host-ways">
        <button class="button primary" data-add-codes>${t('room.codes.add')}</button>
        ${cameraButton(camera, scan)}
      </p>
    </form>
    ${camera.state === 'on' ? html`<video class="room-camera" autoplay muted playsinline .srcObject=${camera.stream}></video>` : nothing}
    <div role="status">
      <ul class="room-added" data-added>
        ${camera.state === 'failed' ? html`<li>${t('room.codes.camera-failed')}</li>` : nothing}
        ${added ? linesOf(added).map((line) => html`<li>${line}</li>`) : nothing}
      </ul>
    </div>
  </section>`;
}

function cameraButton({ state }: CameraState, scan: (on: boolean) => void): TemplateResult | typeof nothing {
  if (state === 'none') return nothing;
  const on = state === 'on';
  return html`<button class="button" type="button" data-scan @click=${() => scan(!on)}>
    ${t(on ? 'room.codes.stop' : 'room.codes.scan')}
  </button>`;
}

/** Returns a line for each outcome of the codes. */
function linesOf({ added, again, refused }: AddedCodes): string[] {
  const { damaged, newer } = refused;
  const unknown = refused['unknown-level'];
  return [
    ...(added > 0 ? [t('room.codes.added', { count: added })] : []),
    ...(again > 0 ? [t('room.codes.again', { count: again })] : []),
    ...(damaged.length > 0
      ? [t('room.codes.damaged', { count: damaged.length, codes: damaged.slice(0, 5).join(' ') })]
      : []),
    ...(unknown.length > 0 ? [t('room.codes.unknown-level', { count: unknown.length })] : []),
    ...(newer.length > 0 ? [t('room.codes.newer', { count: newer.length })] : []),
  ];
}
