import { html, nothing, type TemplateResult } from 'lit';
import { formatList, t } from '../../i18n/index.ts';
import { setStars } from '../../workshop/expectations.ts';
import { moveItem, removeItem } from '../../workshop/items.ts';
import { icon } from '../parts/icons.ts';
import { menuField } from './choice-fields.ts';
import { problemsOf } from './field-problems.ts';
import { elementId, type Form } from './form.ts';
import { wayTitle } from './id-names.ts';
import { removeAt, titleId, upButton } from './item-buttons.ts';

type Expectation = NonNullable<Form['draft']['expectations']>[number];

/** What the engine makes of an expectation. */
export interface Verdict {
  readonly score: number;
  readonly stars: number;
}

export interface ExpectedModel {
  /** In the order of the expectations; null where one cannot be played. */
  readonly verdicts: readonly (Verdict | null)[];
}

export interface ExpectedActions {
  /** Puts the cards on the desk as an expectation has them. */
  readonly tryOut: (index: number) => void;
  /** Makes an expectation what lies on the desk; undefined while that cannot be sent. */
  readonly replace: ((index: number) => void) | undefined;
}

const FIELDS = ['to', 'cc', 'bcc', 'separate', 'instead', 'none'] as const;
const STARS = ['unsaid', '0', '1', '2', '3'] as const;
const EVERYONE_ELSE = '*';

/** Ways to address the emails as the author ranks them, the best first, beside what the engine makes of them. */
export function expectedSection(form: Form, model: ExpectedModel, actions: ExpectedActions): TemplateResult {
  const expectations = form.draft.expectations ?? [];
  return html`
    <p class="form-lead">${t('workshop.expected.lead')}</p>
    ${problemsOf(form, ['expectations'])} ${problemsOf(form, ['accepted'], form.problemsBelow(['accepted']))}
    ${expectations.length === 0 ? html`<p>${t('workshop.expected.none')}</p>` : nothing}
    <ol class="expected-list">
      ${expectations.map((expectation, index) => {
        const place = ['expectations', index];
        const verdict = model.verdicts[index];
        const title = wayTitle(index);
        const problems = form.problemsBelow(place);
        const tryId = `${elementId(place)}-try`;
        const replaceId = `${elementId(place)}-replace`;
        return html`<li class="form-row" data-expected=${index}>
          <h3 id=${titleId(place)}>${title}</h3>
          ${routingText(form, expectation)} ${verdictPart(verdict)} ${problemsOf(form, place, problems)}
          ${menuField(
            form,
            [...place, 'stars'],
            STARS.find((stars) => stars === String(expectation.stars)) ?? 'unsaid',
            STARS.map((stars) => ({
              value: stars,
              name:
                stars === 'unsaid' ? t('workshop.expected.stars-unsaid') : t('stars.label', { count: Number(stars) }),
            })),
            { label: t('workshop.expected.stars') },
            (stars) => form.change((files) => setStars(files, index, stars === 'unsaid' ? null : Number(stars))),
          )}
          <p class="form-ways">
            <button
              id=${tryId}
              class="button"
              type="button"
              data-try
              aria-labelledby="${tryId} ${titleId(place)}"
              aria-describedby=${problems.length > 0 ? `${elementId(place)}-problems` : nothing}
              @click=${() => actions.tryOut(index)}
            >
              ${icon('hand')}<span>${t('workshop.expected.try')}</span>
            </button>
            <button
              id=${replaceId}
              class="button"
              type="button"
              data-replace
              aria-disabled=${actions.replace ? 'false' : 'true'}
              aria-labelledby="${replaceId} ${titleId(place)}"
              @click=${() => actions.replace?.(index)}
            >
              ${icon('file')}<span>${t('workshop.expected.replace')}</span>
            </button>
            ${upButton(place, index === 0, () => moveUp(form, index))}
            ${removeAt(place, t('workshop.expected.remove'), () => form.remove(title, (files) => removeItem(files, 'expectations', index)))}
          </p>
        </li>`;
      })}
    </ol>
  `;
}

function moveUp(form: Form, index: number): void {
  form.change(
    (files) => moveItem(files, 'expectations', index, index - 1),
    `at-expectations-${String(index - 1)}-stars`,
  );
}

function verdictPart(verdict: Verdict | null | undefined): TemplateResult | typeof nothing {
  if (!verdict) return nothing;
  const { score, stars } = verdict;
  return html`<p class="expected-score">
    <strong>${t('stars.label', { count: stars })}</strong> <span>${t('stars.score', { score })}</span>
  </p>`;
}

/** Who is in which field, mail by mail. */
function routingText(form: Form, { routing = {} }: Expectation): TemplateResult {
  const mails = form.draft.mails ?? [];
  return html`<ul class="expected-routing">
    ${Object.entries(routing).map(([id, fields]) => {
      const mail = mails.find((one) => one.id === id || one.series === id);
      const said = FIELDS.flatMap((field) => {
        const names = (fields?.[field] ?? []).map((contact) =>
          contact === EVERYONE_ELSE ? t('workshop.expected.others') : form.nameOf(contact),
        );
        return names.length > 0 ? [`${t(`field.${field}`)}: ${formatList(names)}`] : [];
      });
      return html`<li><b dir="auto">${form.titled(mail?.subject)}</b><span dir="auto">${said.join(' · ')}</span></li>`;
    })}
  </ul>`;
}
