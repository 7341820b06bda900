import { html, nothing, type TemplateResult } from 'lit';
import { t, textOf } from '../../i18n/index.ts';
import { besideOf, copyPages, type CopyPlace, type Looking } from './pages.ts';
import { copyPane, type Pane } from './pane.ts';
import { icon } from '../parts/icons.ts';
import { replayIcon } from '../replay/icons.ts';
import { readersOf, type ReplayScreenActions, type ReplayScreenModel } from '../replay/model.ts';
import { langOf } from '../parts/level-text.ts';

type Model = Pick<ReplayScreenModel, 'level' | 'routing' | 'outcome' | 'looking' | 'beside'>;
type Look = Pick<ReplayScreenActions, 'look' | 'lookBeside' | 'saveMail'>;

/** One recipient's screen, or two side by side: the mail and its headers exactly as these people get them. */
export function copyDialog(model: Model, actions: Look): TemplateResult | typeof nothing {
  const { level, outcome, routing, looking, beside } = model;
  const place = looking ? copyPages(level, routing, outcome, looking) : null;
  if (!looking || !place) return nothing;
  const second = beside ? copyPages(level, routing, outcome, beside) : null;
  const ids = readersOf(level, outcome);
  const readers = second ? level.contacts.filter(({ id }) => ids.includes(id)) : [];
  const pane = (name: Pane['name'], at: CopyPlace, where: Looking, look: (to: Looking) => void) =>
    copyPane({ place: at, looking: where, name, readers }, { look, save: (mail) => actions.saveMail(mail) });
  return html`<dialog
    class=${`sheet copy${second ? ' two' : ''}`}
    data-modal
    data-copy
    aria-labelledby="copy-title-first"
    @close=${() => actions.look(null)}
    @click=${closeBeside}
  >
    <form method="dialog" class="copy-shut">
      <button class="button quiet copy-x" data-copy-close aria-label=${t('copy.close')} title=${t('copy.close')}>
        ${icon('close')}
      </button>
    </form>
    <div class="copy-panes">
      ${pane('first', place, looking, (to) => actions.look(to))}
      ${second && beside ? pane('beside', second, beside, (to) => actions.lookBeside(to)) : nothing}
    </div>
    <div class="copy-foot">
      ${second ? html`<span></span>` : turn(place.previous, 'previous', actions)} ${compare(model, looking, actions)}
      ${second ? html`<span></span>` : turn(place.next, 'next', actions)}
    </div>
  </dialog>`;
}

/** Opens the most telling screen beside this one, or closes it. */
function compare(
  { level, outcome, beside }: Model,
  looking: Looking,
  { lookBeside }: Pick<Look, 'lookBeside'>,
): TemplateResult | typeof nothing {
  const other = beside ?? besideOf(level, outcome, looking);
  if (!other) return nothing;
  return html`<button
    class="button"
    type="button"
    data-copy-beside
    aria-pressed=${beside !== null}
    @click=${() => lookBeside(beside ? null : other)}
  >
    ${replayIcon('beside')}${t(beside ? 'copy.one' : 'copy.beside')}
  </button>`;
}

/** A click on the backdrop has the dialog itself as its target. */
function closeBeside(event: MouseEvent): void {
  const { target, currentTarget } = event;
  if (target !== currentTarget || !(currentTarget instanceof HTMLDialogElement)) return;
  const box = currentTarget.getBoundingClientRect();
  const inside =
    event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
  if (!inside) currentTarget.close();
}

function turn(
  to: CopyPlace['previous'],
  side: 'previous' | 'next',
  { look }: Pick<Look, 'look'>,
): TemplateResult | typeof nothing {
  if (!to) return html`<span></span>`;
  const words = html`<span class="visually-hidden">${t(`copy.${side}`)}: </span
    ><span lang=${langOf(to.name)}>${textOf(to.name)}</span>`;
  const go = () => look({ contact: to.id, index: 0, mail: null });
  return side === 'previous'
    ? html`<button class="button quiet" type="button" data-copy-previous @click=${go}>${icon('back')}${words}</button>`
    : html`<button class="button quiet" type="button" data-copy-next @click=${go}>${words}${icon('forward')}</button>`;
}
