import { html, nothing, type TemplateResult } from 'lit';
import { LESSON_RULES } from '../../engine/index.ts';
import { t } from '../../i18n/index.ts';
import { choiceField, tickField } from './choice-fields.ts';
import { plainField, textField } from './line-fields.ts';
import type { Form } from './form.ts';

/** What the level teaches, the real case behind it, and questions for a group. */
export function lessonSection(form: Form): TemplateResult {
  const { lesson, discussion } = form.draft;
  const { realCase } = lesson ?? {};
  const inCase = ['lesson', 'realCase'];
  return html`
    ${choiceField(
      form,
      ['lesson', 'rule'],
      lesson?.rule ?? null,
      LESSON_RULES.map((rule) => ({ value: rule, name: t(`rule.${rule}.name`), text: t(`rule.${rule}.text`) })),
      { label: t('workshop.lesson.rule') },
      (rule) => form.set(['lesson', 'rule'], rule),
    )}
    ${textField(form, ['lesson', 'why'], form.said(lesson?.why), { label: t('workshop.lesson.why'), hint: t('workshop.lesson.why-hint'), rows: 3 })}
    ${tickField(form, inCase, realCase !== undefined, { label: t('workshop.lesson.case'), hint: t('workshop.lesson.case-hint') }, (has) => form.set(inCase, has ? { text: '', source: { title: '' } } : undefined))}
    ${
      realCase
        ? html`${textField(form, [...inCase, 'text'], form.said(realCase.text), { label: t('workshop.lesson.case-text'), rows: 4 })}
          ${textField(form, [...inCase, 'source', 'title'], form.said(realCase.source?.title), { label: t('workshop.lesson.source') })}
          ${plainField(form, [...inCase, 'source', 'url'], realCase.source?.url ?? '', { label: t('workshop.lesson.url'), hint: t('workshop.lesson.url-hint') }, (url) => form.set([...inCase, 'source', 'url'], url === '' ? undefined : url))}`
        : nothing
    }
    ${tickField(form, ['discussion'], discussion !== undefined, { label: t('workshop.lesson.discussion'), hint: t('workshop.lesson.discussion-hint') }, (has) => form.set(['discussion'], has ? { before: '', after: '', note: '' } : undefined))}
    ${
      discussion
        ? html`${textField(form, ['discussion', 'before'], form.said(discussion.before), { label: t('workshop.lesson.before') })}
          ${textField(form, ['discussion', 'after'], form.said(discussion.after), { label: t('workshop.lesson.after') })}
          ${textField(form, ['discussion', 'note'], form.said(discussion.note), { label: t('workshop.lesson.note'), rows: 2 })}`
        : nothing
    }
  `;
}
