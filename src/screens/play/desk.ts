import { html, nothing, type TemplateResult } from 'lit';
import { byMovedPointer } from '../../access/moved-pointer.ts';
import type { Contact, Level } from '../../engine/index.ts';
import { t } from '../../i18n/index.ts';
import { icon } from '../parts/icons.ts';
import { addressLine, type AddressLineActions, type AddressLineModel } from './address-line.ts';
import { peopleCards } from './people.ts';
import { snackbar, type Sent, type SnackbarActions } from './snackbar.ts';
import type { PredictionActions, PredictionModel } from './prediction.ts';
import { votePause, type VoteActions } from './vote.ts';
import { screenHeading } from '../parts/heading.ts';

export interface DeskModel {
  /** The level's title, or the subject of a later mail that is on the desk. */
  readonly title: string;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly canSend: boolean;
  /** The player pressed Send with every field empty, so the reason is shown. */
  readonly askedInVain: boolean;
  /** The mails of this desk are optional. */
  readonly canSkip: boolean;
  /** How many addresses of one mail the mail program warns about; null without a warning. */
  readonly warning: { readonly addresses: number; readonly mails: number } | null;
  readonly canUseBcc: boolean;
  /** Where the player types names; null at a desk without it. */
  readonly addressLine: AddressLineModel | null;
  /** Set while the player can still undo sending. */
  readonly sent: Sent | null;
  /** What is asked before the replay, while `sent` is set; null for nothing. */
  readonly prediction: PredictionModel | null;
  /** Says why the player is at this desk, when it is not the first. */
  readonly bridge: {
    readonly kind: 'apology' | 'next';
    readonly level: Level;
    /** Contacts of this desk that the player has not met yet. */
    readonly newcomers: readonly Contact[];
  } | null;
  /** The group votes before the mail is sent. */
  readonly voting: boolean;
  readonly state: 'loading' | 'ready' | 'failed';
}

export interface DeskActions extends SnackbarActions {
  readonly prediction: PredictionActions;
  readonly toBriefing: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** @param byPointer false for a key, a finger or assistive technology: then nothing runs out, and the way back gets the focus */
  readonly send: (byPointer: boolean) => void;
  readonly skip: (byPointer: boolean) => void;
  readonly openSettings: () => void;
  readonly useBcc: () => void;
  readonly keepPublic: () => void;
  readonly crossBridge: () => void;
  readonly vote: VoteActions;
  readonly addressLine: AddressLineActions;
  readonly retry: () => void;
}

/** The frame around the canvas of the desk: the mail program's bars, and what to do next. */
export function deskScreen(model: DeskModel, actions: DeskActions): TemplateResult {
  return html`<div class="desk">
    <header class="bar">
      <button class="button quiet bar-back" type="button" data-back @click=${actions.toBriefing}>
        ${icon('back')}<span>${t('desk.back')}</span>
      </button>
      ${screenHeading(html`<span class="visually-hidden">${t('desk.label')}: </span>${model.title}`)}
      <div class="bar-tools">
        ${tool('undo', model.canUndo, actions.undo, 'Control+Z')}
        ${tool('redo', model.canRedo, actions.redo, 'Control+Shift+Z')} ${helpTool()}
        ${tool('settings', true, actions.openSettings)} ${model.canSkip ? skipButton(actions) : nothing}
        ${sendButton(model, actions)}
      </div>
    </header>
    <div class="desk-bars">
      ${model.askedInVain ? sendWhy() : nothing}
      ${model.addressLine ? addressLine(model.addressLine, actions.addressLine) : nothing}
      ${model.warning ? warningBar(model.warning, model.canUseBcc, actions) : nothing}
    </div>
    <main class="desk-host">
      <div class="stage-host" data-stage-host></div>
      ${model.state === 'loading' ? html`<p class="desk-note" role="status">${t('desk.loading')}</p>` : nothing}
      ${model.state === 'failed' ? failure(actions) : nothing}
      <div class="desk-snack">
        ${model.sent ? snackbar(model.sent, model.prediction && { model: model.prediction, actions: actions.prediction }, actions) : nothing}
      </div>
    </main>
    ${model.bridge ? bridge(model.bridge, actions) : nothing}
    ${model.voting ? votePause('send', actions.vote) : nothing}
  </div>`;
}

function tool(name: 'undo' | 'redo' | 'settings', enabled: boolean, action: () => void, keys?: string): TemplateResult {
  const text = t(`desk.${name}`);
  const keyText = name === 'settings' ? '' : ` (${t(`desk.${name}-key`)})`;
  return html`<button
    class="button quiet bar-tool"
    type="button"
    data-tool=${name}
    aria-label=${text}
    title=${text + keyText}
    aria-keyshortcuts=${keys ?? nothing}
    aria-disabled=${enabled ? 'false' : 'true'}
    @click=${() => {
      if (enabled) action();
    }}
  >
    ${icon(name)}
  </button>`;
}

/** Opens the list of keys and words. */
function helpTool(): TemplateResult {
  return html`<button
    class="button quiet bar-tool bar-help"
    type="button"
    data-help
    aria-haspopup="dialog"
    aria-label=${t('help.open')}
    title=${t('help.open')}
  >
    ${icon('help')}
  </button>`;
}

function sendButton({ canSend, sent }: DeskModel, actions: DeskActions): TemplateResult {
  // Once the mail is out the button is disabled for that reason, not for want of a recipient.
  const why = canSend || sent ? null : t('desk.send-empty');
  return html`<button
      class="button primary bar-send"
      type="button"
      data-send
      aria-disabled=${canSend ? 'false' : 'true'}
      aria-describedby=${why === null ? nothing : 'send-empty'}
      aria-keyshortcuts="Control+Enter"
      title=${why ?? t('desk.send-key')}
      @click=${(event: MouseEvent) => {
        if (!sent) actions.send(byMovedPointer(event));
      }}
    >
      <span>${t('desk.send')}</span>${icon('send')}
    </button>
    ${why === null ? nothing : html`<span id="send-empty" hidden>${why}</span>`}`;
}

function sendWhy(): TemplateResult {
  return html`<p class="send-why" data-send-why>${icon('warning')}<span>${t('desk.send-empty')}</span></p>`;
}

function skipButton(actions: DeskActions): TemplateResult {
  return html`<button
    class="button bar-skip"
    type="button"
    data-skip
    @click=${(event: MouseEvent) => actions.skip(byMovedPointer(event))}
  >
    ${t('desk.skip')}
  </button>`;
}

/** What the mail program says. */
export function warningWords({ addresses, mails }: NonNullable<DeskModel['warning']>): string {
  return t(mails > 1 ? 'desk.warning-each' : 'desk.warning', { count: addresses });
}

/** Worded as in Thunderbird. It counts addresses and says nothing about the content of the mail. */
function warningBar(
  warning: NonNullable<DeskModel['warning']>,
  canUseBcc: boolean,
  actions: DeskActions,
): TemplateResult {
  return html`<section class="warning" data-warning aria-label=${t('desk.warning-label')}>
    ${icon('warning')}
    <p>${warningWords(warning)}</p>
    <div class="warning-ways">
      ${
        canUseBcc
          ? html`<button class="button" type="button" data-use-bcc @click=${actions.useBcc}>
              ${t('desk.use-bcc')}
            </button>`
          : nothing
      }
      <button class="button quiet" type="button" data-keep-public @click=${actions.keepPublic}>
        ${t('desk.keep-public')}
      </button>
    </div>
  </section>`;
}

function bridge({ kind, level, newcomers }: NonNullable<DeskModel['bridge']>, actions: DeskActions): TemplateResult {
  return html`<dialog
    class="sheet bridge"
    data-modal
    data-bridge=${kind}
    aria-labelledby="bridge-title"
    @close=${actions.crossBridge}
  >
    <h2 id="bridge-title" tabindex="-1" ?autofocus=${newcomers.length > 0}>${t(`desk.${kind}-title`)}</h2>
    <p>${t(`desk.${kind}-text`)}</p>
    ${
      newcomers.length > 0
        ? html`<section class="bridge-people" aria-labelledby="bridge-people">
            <h3 id="bridge-people">${t('desk.newcomers')}</h3>
            ${peopleCards(level, newcomers, 4)}
          </section>`
        : nothing
    }
    <form method="dialog">
      <button class="button primary large" data-cross>
        <span>${t(kind === 'apology' ? 'desk.bridge-go' : 'desk.bridge-go-next')}</span>${icon('forward')}
      </button>
    </form>
  </dialog>`;
}

function failure(actions: DeskActions): TemplateResult {
  return html`<section class="sheet note desk-failure" role="alert" data-desk-failure>
    <p>${t('app.failed')}</p>
    <button class="button" type="button" @click=${actions.retry}>${icon('replay')}${t('app.retry')}</button>
  </section>`;
}
