import { html, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import { numberField, plainField, textField } from './line-fields.ts';
import type { Form } from './form.ts';

/** What the player reads first: the title, who the player is, and what the email is for. */
export function storySection(form: Form): TemplateResult {
  const { draft } = form;
  return html`
    ${textField(form, ['title'], form.said(draft.title), { label: t('workshop.story.name'), left: form.settle })}
    ${textField(form, ['summary'], form.said(draft.summary), {
      label: t('workshop.story.summary'),
      hint: t('workshop.story.summary-hint'),
    })}
    ${textField(form, ['briefing'], form.said(draft.briefing), {
      label: t('workshop.story.briefing'),
      hint: t('workshop.story.briefing-hint'),
      rows: 5,
    })}
    ${textField(form, ['sender', 'name'], form.said(draft.sender?.name), { label: t('workshop.story.sender') })}
    ${textField(form, ['sender', 'role'], form.said(draft.sender?.role), {
      label: t('workshop.story.role'),
      hint: t('workshop.story.role-hint'),
    })}
    ${plainField(
      form,
      ['sender', 'address'],
      draft.sender?.address ?? '',
      { label: t('workshop.story.address'), hint: t('workshop.address-hint') },
      (address) => form.set(['sender', 'address'], address),
    )}
    ${numberField(form, ['minutes'], draft.minutes, { label: t('workshop.story.minutes'), least: 1 })}
  `;
}
