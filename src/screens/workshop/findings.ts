import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import type { PlayedLevel } from '../../workshop/analysis/analyse.ts';
import { icon } from '../parts/icons.ts';
import { problemText } from './field-problems.ts';
import type { Form } from './form.ts';

/**
 * What the game finds by playing the level in many ways: what the best way and the habits earn, and its advice with the
 * facts that cause it.
 *
 * @param played null while that is being worked out
 * @param isPlayable false while something keeps the game from playing it
 */
export function findings(form: Form, played: PlayedLevel | null, isPlayable: boolean): TemplateResult {
  return html`<section class="findings" data-findings aria-labelledby="findings-heading">
    <h3 id="findings-heading">${t('workshop.findings.title')}</h3>
    ${played === null ? html`<p>${t(isPlayable ? 'workshop.findings.working' : 'workshop.findings.not-yet')}</p>` : playedPart(form, played)}
  </section>`;
}

function playedPart(form: Form, { best, habits, advice, stopped }: PlayedLevel): TemplateResult {
  return html`<p data-best-score=${best.score}>
      ${t('workshop.findings.best', { score: best.score })} ${best.exact ? nothing : t('workshop.findings.best-unsure')}
    </p>
    ${advice.length === 0 ? html`<p>${icon('check')} ${t('workshop.findings.nothing')}</p>` : nothing}
    <ul class="findings-advice">
      ${advice.map((one) => html`<li data-advice=${one.code}>${problemText(form, { hint: null, ...one })}</li>`)}
    </ul>
    <table class="findings-habits">
      <caption>
        ${t('workshop.findings.habits')}
        <small>${t('workshop.findings.habits-text')}</small>
      </caption>
      <tbody>
        ${habits.map(
          ({ habit, score, stars, wins }) =>
            html`<tr data-habit=${habit} class=${wins ? 'wins' : ''}>
              <th scope="row">${t(`habit.${habit}`)}</th>
              <td>${t('stars.score', { score })}</td>
              <td>
                ${t('stars.label', { count: stars })}
                ${wins ? html`<b>${icon('warning')}${t('workshop.findings.wins')}</b>` : nothing}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${stopped ? html`<p>${t('workshop.findings.stopped')}</p>` : nothing}`;
}
