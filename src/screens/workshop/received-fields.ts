import { html, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import { aboutFields, needsFields, peopleChoices, personField, sensitivityField } from './facts.ts';
import { ticksField } from './choice-fields.ts';
import { textField } from './line-fields.ts';
import type { Form, Place } from './form.ts';

type Received = NonNullable<Form['draft']['received']>[number];

/** An email that the player has received before. */
export function receivedFields(form: Form, mail: Received, place: Place): TemplateResult {
  const at = (field: string) => [...place, field];
  const line = (field: 'to' | 'cc') =>
    ticksField(form, at(field), mail[field] ?? [], peopleChoices(form), { label: t(`field.${field}`) }, (people) =>
      form.set(at(field), people.length > 0 ? people : undefined),
    );
  return html`
    ${textField(form, at('subject'), form.said(mail.subject), { label: t('workshop.mails.subject') })}
    ${personField(form, at('from'), mail.from, t('workshop.mails.from'), (from) => form.set(at('from'), from))}
    ${line('to')} ${line('cc')}
    ${textField(form, at('body'), form.said(mail.body), { label: t('workshop.mails.body'), rows: 4 })}
    ${sensitivityField(form, at('sensitivity'), mail.sensitivity)} ${aboutFields(form, at('about'), mail.about)}
    ${needsFields(form, 'received', Number(place[1]), mail)}
  `;
}
