import { html, type TemplateResult } from 'lit';
import type { Deduction, Level, LevelText, Outcome } from '../../engine/index.ts';
import { describeBeat, describeDeduction, describeDisclosures } from '../../i18n/describe.ts';
import { t, textOf } from '../../i18n/index.ts';
import { icon } from '../parts/icons.ts';
import { screenHeading } from '../parts/heading.ts';
import { told } from '../parts/level-text.ts';
import { topLine } from '../parts/navigation.ts';
import { starLine } from '../parts/postmark.ts';

export interface BetweenModel {
  /** The time in the story. */
  readonly time: string;
  /** Which email was sent, from 1. */
  readonly number: number;
  readonly of: number;
  readonly level: Level;
  readonly outcome: Outcome;
  /** The deduction that cost the email most; null if nothing did. */
  readonly deduction: Deduction | null;
  /** Mistakes in earlier emails that come back now. */
  readonly returned: readonly { readonly as: ReturnKind; readonly subject: LevelText }[];
  readonly onward: 'email' | 'worst' | 'end';
}

export type ReturnKind = 'complaint' | 'letter' | 'reply-all' | 'call' | 'question';

export interface BetweenActions {
  readonly goOn: () => void;
  readonly openSettings: () => void;
}

/** The screen between two emails of a round: the beat that mattered most, why it did, and mistakes that come back. */
export function betweenScreen(model: BetweenModel, { goOn, openSettings }: BetweenActions): TemplateResult {
  const { level, outcome, deduction } = model;
  return html`<div class="screen practice" data-practice="between">
    ${topLine(openSettings)}
    <main class="sheet practice-sheet">
      <p class="overline">${t('practice.place', { time: model.time, number: model.number, of: model.of })}</p>
      ${screenHeading(deduction ? describeDeduction(level, deduction).title : t('practice.well'))}
      <p class="practice-score" data-between-stars=${outcome.stars}>
        ${starLine(outcome.stars)} <span>${t('stars.score', { score: outcome.score })}</span>
      </p>
      <p class="practice-beat">${whatFollowed(level, outcome, deduction)}</p>
      <p><strong>${t('practice.why')}</strong> ${told(level.lesson.why)}</p>
      ${model.returned.map(returned)}
      <p class="practice-ways">
        <button class="button primary large" type="button" data-practice-on @click=${goOn}>
          <span>${t(`practice.onward.${model.onward}`)}</span>${icon('forward')}
        </button>
      </p>
    </main>
  </div>`;
}

/** Returns the beat that shows the costliest deduction; without one, the text of the debrief, or that all went well. */
function whatFollowed(level: Level, outcome: Outcome, deduction: Deduction | null): string {
  if (!deduction) return describeDisclosures(outcome);
  const beat = outcome.beats.find(({ id }) => deduction.beats.includes(id));
  return beat ? describeBeat(level, beat) : describeDeduction(level, deduction).text;
}

function returned({ as, subject }: BetweenModel['returned'][number]): TemplateResult {
  return html`<aside class="practice-returned" data-returned=${as}>
    <h2>${t(`practice.returned.${as}.title`, { subject: textOf(subject) })}</h2>
    <p>${t(`practice.returned.${as}.text`)}</p>
  </aside>`;
}
