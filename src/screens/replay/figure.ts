import { html, nothing, type TemplateResult } from 'lit';
import type { Outcome } from '../../engine/index.ts';
import { formatNumber, t } from '../../i18n/index.ts';
import { icon } from '../parts/icons.ts';
import { replayIcon } from './icons.ts';
import type { ReplayScreenModel } from './model.ts';

/**
 * The figure to remember, in plain words: how many people were exposed, and to how many others each.
 * @param reached the furthest beat shown so far, so that no number comes before its story
 */
export function figure(outcome: Outcome, reached: number): TemplateResult | typeof nothing {
  const shows = outcome.beats.findLastIndex(({ kind }) => kind === 'disclosed' || kind === 'unmasked');
  const last = outcome.beats.length - 1;
  if (outcome.exposed.length === 0) {
    if (reached < last || outcome.leaks.length > 0 || outcome.sent.length === 0) return nothing;
    return html`<p class="figure safe" data-figure>${replayIcon('hidden')}<span>${t('replay.figure.none')}</span></p>`;
  }
  if (reached < shows) return nothing;
  const people = outcome.exposed.reduce((sum, exposed) => sum + exposed.people, 0);
  return html`<p class="figure" data-figure>
    ${icon('eye')}<span
      >${t('replay.figure.shown', { count: people })} <strong>${eachSeen(outcome, people)}</strong></span
    >
  </p>`;
}

function eachSeen({ exposed, exposures }: Outcome, people: number): string {
  const each = exposed.map(({ viewersEach }) => viewersEach);
  const [least, most] = [Math.min(...each), Math.max(...each)];
  const known = exposures.some(({ acquaintance }) => acquaintance !== null);
  if (people === 1) return t(known ? 'replay.figure.one-others' : 'replay.figure.one-strangers', { count: most });
  if (least === most) return t(known ? 'replay.figure.same-others' : 'replay.figure.same-strangers', { count: most });
  const range = { min: formatNumber(least), max: formatNumber(most) };
  return t(known ? 'replay.figure.range-others' : 'replay.figure.range-strangers', range);
}

/** Says below the picture that each dot is a person, or how many are drawn on a machine too slow for all of them. */
export function drawnNote(drawn: ReplayScreenModel['drawn']): TemplateResult | typeof nothing {
  if (!drawn || drawn.people === 0) return nothing;
  const { dots, people } = drawn;
  const some = dots < people;
  return html`<p class=${`replay-drawn${some ? ' some' : ''}`} data-drawn=${dots} data-people=${people}>
    ${some ? t('replay.drawn-some', { dots, people }) : t('replay.drawn-all', { count: people })}
  </p>`;
}
