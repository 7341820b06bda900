import { html, nothing, type TemplateResult } from 'lit';
import type { Level } from '../../engine/index.ts';
import { t, textOf } from '../../i18n/index.ts';

/** With more cases the handout would need a second page. */
const MOST_CASES = 5;

/** Returns real cases of these levels: at first one for each rule, then others. */
function casesOf(levels: readonly Level[]) {
  const cases = levels.flatMap(({ lesson: { rule, realCase } }) => (realCase ? [{ rule, realCase }] : []));
  const isFirst = ({ rule }: (typeof cases)[number], index: number) =>
    cases.findIndex((other) => other.rule === rule) === index;
  const firsts = cases.filter(isFirst);
  const others = cases.filter((one) => !firsts.includes(one));
  return [...firsts, ...others].slice(0, MOST_CASES).map(({ realCase }) => realCase);
}

/** The handout for participants, on one page: the rules that these levels teach, and real cases. */
export function handout(levels: readonly Level[]): TemplateResult {
  const rules = [...new Set(levels.map(({ lesson }) => lesson.rule))];
  const cases = casesOf(levels);
  return html`<article class="to-print" data-to-print="handout">
    <h1>${t('app.title')}</h1>
    <h2>${t('room.print.rules')}</h2>
    <dl class="to-print-rules">
      ${rules.map(
        (rule) =>
          html`<div>
            <dt>${t(`rule.${rule}.name`)}</dt>
            <dd>${t(`rule.${rule}.text`)}</dd>
          </div>`,
      )}
    </dl>
    <h2>${t('room.print.cases')}</h2>
    <ul>
      ${cases.map(({ text, source }) => html`<li>${textOf(text)} (${textOf(source.title)})</li>`)}
    </ul>
  </article>`;
}

/** The facilitator's sheet: questions and a note for each level. */
export function facilitatorSheet(levels: readonly Level[]): TemplateResult {
  return html`<article class="to-print" data-to-print="sheet">
    <h1>${t('room.guide.title')}</h1>
    ${levels.map(
      ({ title, lesson, discussion }) =>
        html`<section>
          <h2>${textOf(title)}</h2>
          <p><b>${t(`rule.${lesson.rule}.name`)}</b> ${t(`rule.${lesson.rule}.text`)}</p>
          ${
            discussion
              ? html`<ol>
                    <li>${textOf(discussion.before)}</li>
                    <li>${textOf(discussion.after)}</li>
                  </ol>
                  <p>${textOf(discussion.note)}</p>`
              : nothing
          }
        </section>`,
    )}
  </article>`;
}
