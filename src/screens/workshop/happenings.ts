import { html, type TemplateResult } from 'lit';
import { formatList, t } from '../../i18n/index.ts';
import { ANYONE, HAPPENINGS, type Happening, type HappeningKind } from '../../workshop/story.ts';
import { choicesOf, personField } from './facts.ts';
import { menuField, ticksField } from './choice-fields.ts';
import type { Form, Place } from './form.ts';
import { mailChoices } from './mail-choices.ts';

/** What must have happened before an event of the author's own. */

const FIELDS = ['to', 'cc', 'bcc', 'separate', 'instead', 'none'] as const;
const EVENTS = ['always', 'breach', 'no-breach', 'content-leaked', 'omitted', 'regulator-decided'] as const;
const ANY_MAIL = '';

const fieldsOf = (fields: readonly string[]) => FIELDS.filter((field) => fields.includes(field));
const eventOf = (event: string) => EVENTS.find((one) => one === event) ?? 'always';
const nameIn = (form: Form, id: string) => (id === ANYONE ? t('workshop.events.anyone') : form.nameOf(id));

/** Says a condition in a few words. */
export function happeningText(form: Form, happening: Happening): string {
  switch (happening.kind) {
    case 'sees':
      return t('workshop.shared.sees', {
        viewer: nameIn(form, happening.viewer),
        subject: nameIn(form, happening.seen),
      });
    case 'placed':
      return `${nameIn(form, happening.contact)}: ${formatList(fieldsOf(happening.fields).map((field) => t(`field.${field}`)))}`;
    case 'reached':
      return t('workshop.events.reached-short', { name: nameIn(form, happening.contact) });
    case 'event':
      return t(`workshop.events.event.${eventOf(happening.event)}`);
  }
}

/** The fields of a condition: its kind, and whom it is about. */
export function happeningFields(
  form: Form,
  happening: Happening,
  place: Place,
  changed: (happening: Happening) => void,
): TemplateResult {
  const first = form.draft.contacts?.[0]?.id ?? '';
  const fresh: Readonly<Record<HappeningKind, Happening>> = {
    event: { kind: 'event', event: 'breach' },
    sees: { kind: 'sees', viewer: ANYONE, seen: ANYONE },
    placed: { kind: 'placed', contact: first, fields: ['to', 'cc'], mail: null },
    reached: { kind: 'reached', contact: first, mail: null },
  };
  return html`
    ${menuField(
      form,
      [...place, 'kind'],
      happening.kind,
      choicesOf(HAPPENINGS, (kind) => t(`workshop.events.kind.${kind}`)),
      { label: t('workshop.events.kind-label') },
      (kind) => changed(fresh[kind]),
    )}
    ${factsOf(form, happening, place, changed)}
  `;
}

function factsOf(
  form: Form,
  happening: Happening,
  place: Place,
  changed: (happening: Happening) => void,
): TemplateResult {
  const anyone = [{ value: ANYONE, name: t('workshop.events.anyone') }];
  switch (happening.kind) {
    case 'sees':
      return html`
        ${personField(form, [...place, 'viewer'], happening.viewer, t('workshop.events.viewer'), (viewer) => changed({ ...happening, viewer }), anyone)}
        ${personField(form, [...place, 'learns'], happening.seen, t('workshop.events.learns'), (seen) => changed({ ...happening, seen }), anyone)}
      `;
    case 'placed':
      return html`
        ${personField(form, [...place, 'contact'], happening.contact, t('workshop.events.contact'), (contact) => changed({ ...happening, contact }))}
        ${ticksField(
          form,
          [...place, 'in'],
          fieldsOf(happening.fields),
          choicesOf(FIELDS, (field) => t(`field.${field}`)),
          { label: t('workshop.events.in') },
          (fields) => changed({ ...happening, fields }),
        )}
        ${mailField(form, happening.mail, place, (mail) => changed({ ...happening, mail }))}
      `;
    case 'reached':
      return html`
        ${personField(form, [...place, 'reached'], happening.contact, t('workshop.events.reached'), (contact) => changed({ ...happening, contact }))}
        ${mailField(form, happening.mail, place, (mail) => changed({ ...happening, mail }))}
      `;
    case 'event':
      return menuField(
        form,
        [...place, 'event'],
        eventOf(happening.event),
        choicesOf(EVENTS, (event) => t(`workshop.events.event.${event}`)),
        { label: t('workshop.events.event-label') },
        (event) => changed({ kind: 'event', event }),
      );
  }
}

function mailField(
  form: Form,
  mail: string | null,
  place: Place,
  changed: (mail: string | null) => void,
): TemplateResult {
  return menuField(
    form,
    [...place, 'mail'],
    mail ?? ANY_MAIL,
    [{ value: ANY_MAIL, name: t('workshop.events.any-mail') }, ...mailChoices(form, form.draft.mails ?? [])],
    { label: t('workshop.events.mail') },
    (chosen) => changed(chosen === ANY_MAIL ? null : chosen),
  );
}
