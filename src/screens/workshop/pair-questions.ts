import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import { answer, answersFor, QUESTIONS, type Question } from '../../workshop/relations.ts';
import { peopleChoices } from './facts.ts';
import { menuField, tickField } from './choice-fields.ts';
import type { Form } from './form.ts';

const SIDES = ['one', 'other'] as const;

/** Questions about two people, whose answers are facts about these two alone. */
export function pairQuestions(form: Form): TemplateResult | typeof nothing {
  const people = peopleChoices(form);
  const [one, other] = SIDES.map((side, index) => chosen(form, side) ?? people[index]?.value ?? '');
  if (people.length < 2 || one === undefined || other === undefined) return nothing;
  return html`<section class="form-part">
    <h3>${t('workshop.pair.title')}</h3>
    <div class="form-pair">
      ${[one, other].map((id, index) => {
        const side = SIDES[index] ?? 'one';
        return menuField(form, ['pair', side], id, people, { label: t(`workshop.pair.${side}`) }, (next) =>
          choose(form, side, next),
        );
      })}
    </div>
    ${one === other ? nothing : questions(form, one, other)}
  </section>`;
}

function questions(form: Form, one: string, other: string): TemplateResult {
  const answers = answersFor(form.draft, one, other);
  const names = { one: form.nameOf(one), other: form.nameOf(other) };
  return html`${QUESTIONS.map((question) => {
    const { yes, reason } = answers[question];
    return tickField(
      form,
      ['pair', question],
      yes,
      { label: ask(question, names), ...(reason !== 'none' && { hint: t(`workshop.pair.reason.${reason}`) }) },
      (next) => form.change((files) => answer(files, one, other, question, next)),
    );
  })}`;
}

function ask(question: Question, names: { readonly one: string; readonly other: string }): string {
  if (question === 'sees') return t('workshop.pair.may-see', { viewer: names.one, subject: names.other });
  if (question === 'seen') return t('workshop.pair.may-see', { viewer: names.other, subject: names.one });
  return t(`workshop.pair.question.${question}`);
}

/** The chosen person of each side is remembered as an unfolded card is. */
function chosen(form: Form, side: (typeof SIDES)[number]): string | undefined {
  return form.draft.contacts?.find(({ id }) => form.isOpen(`pair-${side}-${id ?? ''}`))?.id;
}

function choose(form: Form, side: (typeof SIDES)[number], id: string): void {
  for (const contact of form.draft.contacts ?? []) form.fold(`pair-${side}-${contact.id ?? ''}`, contact.id === id);
}
