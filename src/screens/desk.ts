import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../i18n/index.ts';
import { icon } from './icons.ts';

export interface DeskModel {
  /** The level's title, or the subject of the mails on the desk. */
  readonly title: string;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly canSend: boolean;
  /** How many addresses of one mail the mail software warns of; null without a warning. */
  readonly warning: { readonly addresses: number; readonly mails: number } | null;
  /** Set while the mails that were just sent can be taken back. */
  readonly sent: { readonly mails: number } | null;
  /** Says why the player is at this desk, when it is not the first. */
  readonly bridge: 'apology' | 'next' | null;
  readonly state: 'loading' | 'ready' | 'failed';
}

export interface DeskActions {
  toBriefing(): void;
  undo(): void;
  redo(): void;
  /** @param byKeyboard then the focus goes to the way back, where it keeps it open as long as it is needed */
  send(byKeyboard: boolean): void;
  openSettings(): void;
  useBcc(): void;
  keepPublic(): void;
  takeBack(): void;
  watch(): void;
  /** Holds the time to take a mail back, while somebody is at it. */
  holdTime(held: boolean): void;
  crossBridge(): void;
  retry(): void;
}

/** The frame around the desk that the canvas draws: the mail software's own bars, and what to do next. */
export function deskScreen(model: DeskModel, actions: DeskActions): TemplateResult {
  return html`<div class="desk">
    <header class="bar">
      <button class="button quiet bar-back" type="button" aria-label=${t('desk.back')} @click=${actions.toBriefing}>
        ${icon('back')}<span>${t('desk.back')}</span>
      </button>
      <h1 tabindex="-1" data-heading><span class="visually-hidden">${t('desk.label')}: </span>${model.title}</h1>
      <div class="bar-tools">
        ${tool('undo', model.canUndo, actions.undo)} ${tool('redo', model.canRedo, actions.redo)}
        ${tool('settings', true, actions.openSettings)}
        <button
          class="button primary bar-send"
          type="button"
          aria-disabled=${model.canSend ? 'false' : 'true'}
          aria-describedby=${model.canSend ? nothing : 'send-empty'}
          title=${model.canSend ? nothing : t('desk.send-empty')}
          @click=${(event: MouseEvent) => {
            if (model.canSend) actions.send(event.detail === 0);
          }}
        >
          <span>${t('desk.send')}</span>${icon('send')}
        </button>
        ${model.canSend ? nothing : html`<span id="send-empty" class="visually-hidden">${t('desk.send-empty')}</span>`}
      </div>
    </header>
    <main class="desk-host">
      <div class="stage-host" data-stage-host></div>
      ${model.state === 'loading' ? html`<p class="desk-note" role="status">${t('desk.loading')}</p>` : nothing}
      ${model.state === 'failed' ? failure(actions) : nothing}
    </main>
    <div class="desk-bars" aria-live="polite">${model.warning ? warningBar(model.warning, actions) : nothing}</div>
    <div class="desk-snack" role="status">${model.sent ? snackbar(model.sent, actions) : nothing}</div>
    ${model.bridge ? bridge(model.bridge, actions) : nothing}
  </div>`;
}

function tool(name: 'undo' | 'redo' | 'settings', enabled: boolean, action: () => void): TemplateResult {
  return html`<button
    class="button quiet bar-tool"
    type="button"
    aria-label=${t(`desk.${name}`)}
    title=${t(`desk.${name}`)}
    aria-disabled=${enabled ? 'false' : 'true'}
    @click=${() => {
      if (enabled) action();
    }}
  >
    ${icon(name)}<span>${t(`desk.${name}`)}</span>
  </button>`;
}

/** As Thunderbird words it; it counts heads, and says nothing of what the mail is about. */
function warningBar(warning: NonNullable<DeskModel['warning']>, actions: DeskActions): TemplateResult {
  return html`<section class="warning" aria-label=${t('desk.warning-label')}>
    ${icon('warning')}
    <p>${t(warning.mails > 1 ? 'desk.warning-each' : 'desk.warning', { count: warning.addresses })}</p>
    <div>
      <button class="button" type="button" @click=${actions.useBcc}>${t('desk.use-bcc')}</button>
      <button class="button quiet" type="button" @click=${actions.keepPublic}>${t('desk.keep-public')}</button>
    </div>
  </section>`;
}

function snackbar(sent: NonNullable<DeskModel['sent']>, actions: DeskActions): TemplateResult {
  const hold = () => actions.holdTime(true);
  const release = () => actions.holdTime(false);
  return html`<div
    class="snackbar"
    data-snackbar
    @pointerenter=${hold}
    @pointerleave=${release}
    @focusin=${hold}
    @focusout=${release}
  >
    <p>${sent.mails > 1 ? t('desk.sent-many', { mails: t('count.mails', { count: sent.mails }) }) : t('desk.sent')}</p>
    <button class="button" type="button" data-take-back @click=${actions.takeBack}>
      ${icon('undo')}${t('desk.undo-send')}
    </button>
    <button class="button primary" type="button" @click=${actions.watch}>${t('desk.watch')}${icon('forward')}</button>
    <span class="snackbar-time" aria-hidden="true"></span>
  </div>`;
}

function bridge(kind: NonNullable<DeskModel['bridge']>, actions: DeskActions): TemplateResult {
  return html`<dialog class="sheet bridge" data-modal aria-labelledby="bridge-title" @close=${actions.crossBridge}>
    <h2 id="bridge-title">${t(`desk.${kind}-title`)}</h2>
    <p>${t(`desk.${kind}-text`)}</p>
    <form method="dialog">
      <button class="button primary large">
        <span>${t(kind === 'apology' ? 'desk.bridge-go' : 'desk.bridge-go-next')}</span>${icon('forward')}
      </button>
    </form>
  </dialog>`;
}

function failure(actions: DeskActions): TemplateResult {
  return html`<section class="sheet note desk-failure" role="alert">
    <p>${t('app.failed')}</p>
    <button class="button" type="button" @click=${actions.retry}>${icon('replay')}${t('app.retry')}</button>
  </section>`;
}
