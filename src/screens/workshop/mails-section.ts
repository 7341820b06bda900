import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import { addMail, addReceived, removeMail, setFields, setOnDesk, settleMail } from '../../workshop/mails.ts';
import { icon } from '../parts/icons.ts';
import { durationField } from './duration-field.ts';
import { choicesOf, peopleChoices, peopleOf, sensitivityField } from './facts.ts';
import { tickField, ticksField } from './choice-fields.ts';
import { textField } from './line-fields.ts';
import { foldingCard } from './folding-card.ts';
import { elementId, type Form, type Place } from './form.ts';
import { removeNamed, titleId } from './item-buttons.ts';
import { mailMore } from './mail-more.ts';
import { receivedFields } from './received-fields.ts';

type Mail = NonNullable<Form['draft']['mails']>[number];

const FIELDS = ['to', 'cc', 'bcc', 'separate', 'instead'] as const;

/** The emails to address, in the order of sending, and those that the player has received before. */
export function mailsSection(form: Form): TemplateResult {
  const { mails = [], received = [] } = form.draft;
  return html`
    ${mails.map((mail, index) => mailCard(form, mail, index))}
    <div class="form-add">
      <button class="button" type="button" data-add="mail" @click=${() => add(form, mails.length)}>
        ${icon('send')}<span>${t('workshop.mails.add')}</span>
      </button>
    </div>
    <section class="form-part">
      <h3>${t('workshop.mails.received')}</h3>
      <p class="form-lead">${t('workshop.mails.received-text')}</p>
      ${received.map((mail, index) => {
        const place = ['received', index];
        const title = form.titled(mail.subject) || t('workshop.mails.unnamed');
        return foldingCard(
          form,
          place,
          { title, more: form.nameOf(mail.from), key: `received-${String(index)}` },
          () => html` ${receivedFields(form, mail, place)} ${removePart(form, mail)} `,
        );
      })}
      <div class="form-add">
        <button
          class="button"
          type="button"
          data-add="received"
          @click=${() => {
            form.fold(`received-${String(received.length)}`, true);
            form.change(
              (files) => addReceived(files, form.draft.contacts?.[0]?.id ?? '').files,
              elementId(['received', received.length, 'subject']),
            );
          }}
        >
          ${icon('file')}<span>${t('workshop.mails.add-received')}</span>
        </button>
      </div>
    </section>
  `;
}

function add(form: Form, index: number): void {
  form.fold(`mail-${String(index)}`, true);
  form.change((files) => addMail(files).files, elementId(['mails', index, 'subject']));
}

function mailCard(form: Form, mail: Mail, index: number): TemplateResult {
  const place = ['mails', index];
  const title = form.titled(mail.subject) || t('workshop.mails.unnamed');
  const step = String(mail.sensitivity ?? 0);
  const more =
    step === '1' || step === '2' || step === '3'
      ? t(`workshop.sensitivity.${step}.name`)
      : t('workshop.sensitivity.0.name');
  const facts = [more, peopleOf(form, mail)].filter((fact) => fact !== '').join(' · ');
  const isMoreOpen = form.isOpen(`${elementId(place)}-more`);
  const { mails, received } = form.draft;
  const shows = [mail, peopleChoices(form), ...(isMoreOpen ? [mails, received] : [])];
  return foldingCard(form, place, { title, more: facts, key: `mail-${String(index)}`, shows }, () =>
    mailFields(form, mail, place),
  );
}

function mailFields(form: Form, mail: Mail, place: Place): TemplateResult {
  const at = (...fields: Place) => [...place, ...fields];
  const fields = mail.fields ?? [];
  const contacts = peopleChoices(form);
  const key = elementId(place);
  const index = Number(place[1]);
  return html`
    ${textField(form, at('subject'), form.said(mail.subject), { label: t('workshop.mails.subject'), left: () => form.change((files) => settleMail(files, 'mails', index, form.language)) })}
    ${textField(form, at('body'), form.said(mail.body), { label: t('workshop.mails.body'), rows: 5 })}
    ${sensitivityField(form, at('sensitivity'), mail.sensitivity)}
    ${ticksField(
      form,
      at('fields'),
      FIELDS.filter((field) => fields.includes(field)),
      choicesOf(FIELDS, (field) => t(`field.${field}`)),
      { label: t('workshop.mails.fields'), hint: t('workshop.mails.fields-hint') },
      (chosen) => form.change((files) => setFields(files, index, chosen)),
    )}
    ${fields.includes('instead') ? insteadFields(form, mail, at('instead')) : nothing}
    ${ticksField(
      form,
      at('contacts'),
      mail.contacts ?? (mail.affected ? [] : contacts.map(({ value }) => value)),
      contacts,
      { label: t('workshop.mails.contacts') },
      (chosen) =>
        form.change((files) =>
          setOnDesk(files, index, chosen.length === contacts.length && !mail.affected ? null : chosen),
        ),
    )}
    ${place[1] === 0 ? nothing : durationField(form, at('after'), mail.after, { label: t('workshop.mails.after'), hint: t('workshop.mails.after-hint'), optional: true })}
    <details
      class="form-more"
      ?open=${form.isOpen(`${key}-more`)}
      @toggle=${(event: Event) => form.fold(`${key}-more`, (event.currentTarget as HTMLDetailsElement).open)}
    >
      <summary id=${`${key}-more`} aria-labelledby="${key}-more ${titleId(place)}">${t('workshop.mails.more')}</summary>
      <div class="form-card-body">${form.isOpen(`${key}-more`) ? mailMore(form, mail, place) : nothing}</div>
    </details>
    ${removePart(form, mail)}
  `;
}

function removePart(form: Form, { id = '', subject }: Pick<Mail, 'id' | 'subject'>): TemplateResult {
  const name = form.titled(subject) || t('workshop.mails.unnamed');
  return html`<p class="form-ways">${removeNamed(name, () => form.remove(name, (files) => removeMail(files, id)))}</p>`;
}

function insteadFields(form: Form, mail: Mail, place: Place): TemplateResult {
  return html`
    ${textField(form, [...place, 'name'], form.said(mail.instead?.name), { label: t('workshop.mails.instead'), hint: t('workshop.mails.instead-hint') })}
    ${tickField(
      form,
      [...place, 'reaches'],
      mail.instead?.reaches === true,
      { label: t('workshop.mails.reaches'), hint: t('workshop.mails.reaches-hint') },
      (reaches) => form.set([...place, 'reaches'], reaches),
    )}
  `;
}
