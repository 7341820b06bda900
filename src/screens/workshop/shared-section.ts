import { html, nothing, type TemplateResult } from 'lit';
import { formatList, t } from '../../i18n/index.ts';
import {
  addCircle,
  setCircleMails,
  setMembers,
  setTie,
  tieOf,
  TIES,
  type DraftCircle,
} from '../../workshop/circles.ts';
import { removeItem } from '../../workshop/items.ts';
import { icon } from '../parts/icons.ts';
import { peopleChoices } from './facts.ts';
import { choiceField, ticksField } from './choice-fields.ts';
import { textField } from './line-fields.ts';
import { foldingCard } from './folding-card.ts';
import { elementId, type Form, type Place } from './form.ts';
import { removeAt } from './item-buttons.ts';
import { mailChoices } from './mail-choices.ts';
import { pairQuestions } from './pair-questions.ts';

/** Who knows what of each other, asked in plain words. */
export function sharedSection(form: Form): TemplateResult {
  const circles = form.draft.circles ?? [];
  return html`
    <p class="form-lead">${t('workshop.shared.lead')}</p>
    ${circles.map((circle, index) => circleCard(form, circle, index))}
    <div class="form-add">
      <button class="button" type="button" data-add="circle" @click=${() => add(form, circles.length)}>
        ${icon('people')}<span>${t('workshop.shared.add')}</span>
      </button>
    </div>
    ${pairQuestions(form)}
  `;
}

const cardKey = (index: number) => `circle-${String(index)}`;

function add(form: Form, index: number): void {
  form.fold(cardKey(index), true);
  form.change((files) => addCircle(files, 'know', []).files, elementId(['circles', index, 'members']));
}

function circleCard(form: Form, circle: DraftCircle, index: number): TemplateResult {
  const place = ['circles', index];
  const title = titleOf(form, circle);
  const more = t(`workshop.shared.short.${tieOf(circle)}`);
  return foldingCard(form, place, { title, more, key: cardKey(index) }, () => circleFields(form, circle, place));
}

function titleOf(form: Form, { members = [] }: DraftCircle): string {
  return members.length > 0 ? formatList(members.map((id) => form.nameOf(id))) : t('workshop.shared.nobody');
}

function circleFields(form: Form, circle: DraftCircle, place: Place): TemplateResult {
  const at = (field: string) => [...place, field];
  const index = Number(place[1]);
  const mails = form.draft.mails ?? [];
  return html`
    ${ticksField(form, at('members'), circle.members ?? [], peopleChoices(form), { label: t('workshop.shared.who') }, (members) => form.change((files) => setMembers(files, index, members)))}
    ${choiceField(
      form,
      at('bond'),
      tieOf(circle),
      TIES.map((value) => ({
        value,
        name: t(`workshop.shared.tie.${value}`),
        text: t(`workshop.shared.tie-text.${value}`),
      })),
      { label: t('workshop.shared.tie-label') },
      (tie) => form.change((files) => setTie(files, index, tie)),
    )}
    ${
      mails.length > 1 && circle.bond !== 'acquaintance'
        ? ticksField(
            form,
            at('mails'),
            circle.mails ?? [],
            mailChoices(form, mails),
            { label: t('workshop.shared.mails'), hint: t('workshop.shared.mails-hint') },
            (chosen) => form.change((files) => setCircleMails(files, index, chosen)),
          )
        : nothing
    }
    ${textField(form, at('about'), form.said(circle.about), { label: t('workshop.shared.about'), hint: t('workshop.shared.about-hint') })}
    <p class="form-ways">
      ${removeAt(place, t('workshop.shared.remove'), () => form.remove(titleOf(form, circle), (files) => removeItem(files, 'circles', index)))}
    </p>
  `;
}
