import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import { setForwardsTo, setRepliesAll } from '../../workshop/people.ts';
import { addSuggestion, setPrefilled, setSuggestion, setWarning } from '../../workshop/traps.ts';
import { choicesOf, peopleChoices, peopleOf, personField } from './facts.ts';
import { menuField, tickField, ticksField } from './choice-fields.ts';
import { numberField, plainField } from './line-fields.ts';
import { foldingCard } from './folding-card.ts';
import { elementId, type Form, type Place } from './form.ts';
import { removeNamed } from './item-buttons.ts';

type Mail = NonNullable<Form['draft']['mails']>[number];
type Contact = NonNullable<Form['draft']['contacts']>[number];

const NOWHERE = 'none';
const FIELDS = ['to', 'cc', 'bcc', 'separate', 'instead'] as const;
const BLIND_COPIES = ['removed', 'own', 'all', 'empty'] as const;
/** Thunderbird warns from this many addresses on. */
const WARNS_AT = 15;

/** What leads players astray: what people do with an email, and what the email program does by itself. */
export function trapsSection(form: Form): TemplateResult {
  const { contacts = [], mails = [] } = form.draft;
  return html`
    <section class="form-part">
      <h3>${t('workshop.traps.people')}</h3>
      <p class="form-lead">${t('workshop.traps.people-text')}</p>
      ${contacts.map((contact, index) =>
        contact.kind === 'group'
          ? nothing
          : foldingCard(
              form,
              ['contacts', index, 'habits'],
              { title: form.nameOf(contact.id), more: habitsOf(contact), key: `habits-${String(index)}` },
              () => habitFields(form, contact, index),
            ),
      )}
    </section>
    <section class="form-part">
      <h3>${t('workshop.traps.program')}</h3>
      <p class="form-lead">${t('workshop.traps.program-text')}</p>
      ${mails.map((mail, index) =>
        foldingCard(
          form,
          ['mails', index, 'prefilled'],
          {
            title: form.titled(mail.subject) || t('workshop.mails.unnamed'),
            more: [trapsOf(mail), peopleOf(form, mail)].filter((fact) => fact !== '').join(' · '),
            key: `traps-${String(index)}`,
          },
          () => programFields(form, mail, ['mails', index]),
        ),
      )}
    </section>
  `;
}

function habitsOf({ habits = [] }: Contact): string {
  return habits.map((habit) => t(`workshop.traps.habit.${habit}`)).join(' · ');
}

function trapsOf(mail: Mail): string {
  return [
    ...(mail.prefilled ? [t('workshop.traps.prefilled')] : []),
    ...(mail.suggestions ? [t('workshop.traps.suggestions')] : []),
    ...(mail.warnsAt === undefined ? [] : [t('workshop.traps.warns')]),
  ].join(' · ');
}

function habitFields(form: Form, contact: Contact, index: number): TemplateResult {
  const place = ['contacts', index];
  const habits = contact.habits ?? [];
  const others = peopleChoices(form).filter(({ value }) => value !== contact.id);
  return html`
    ${tickField(form, [...place, 'habits'], habits.includes('replies-all'), { label: t('workshop.traps.replies-all') }, (on) => form.change((files) => setRepliesAll(files, index, on)))}
    ${tickField(form, [...place, 'habits', 'forwards'], habits.includes('forwards'), { label: t('workshop.traps.forwards') }, (on) => form.change((files) => setForwardsTo(files, index, on ? (contact.forwardsTo ?? others[0]?.value ?? '') : null)))}
    ${habits.includes('forwards') ? personField(form, [...place, 'forwardsTo'], contact.forwardsTo, t('workshop.traps.forwards-to'), (id) => form.change((files) => setForwardsTo(files, index, id))) : nothing}
  `;
}

function programFields(form: Form, mail: Mail, place: Place): TemplateResult {
  const index = Number(place[1]);
  const at = (...fields: Place) => [...place, ...fields];
  const onDesk = peopleChoices(form).filter(({ value }) => mail.contacts?.includes(value) ?? true);
  const { prefilled = {} } = mail;
  const offered = FIELDS.filter((field) => mail.fields?.includes(field));
  return html`
    <fieldset class="form-choice form-rows">
      <legend>${t('workshop.traps.prefilled')}</legend>
      <small>${t('workshop.traps.prefilled-hint')}</small>
      ${onDesk.map(({ value: id, name }) =>
        menuField(
          form,
          at('prefilled', id),
          prefilled[id] ?? NOWHERE,
          choicesOf([NOWHERE, ...offered], (field) =>
            field === NOWHERE ? t('workshop.traps.nowhere') : t(`field.${field}`),
          ),
          { label: name },
          (field) => form.change((files) => setPrefilled(files, index, id, field === NOWHERE ? null : field)),
        ),
      )}
    </fieldset>
    ${suggestionsPart(form, mail, index)}
    ${tickField(form, at('warnsAt'), mail.warnsAt !== undefined, { label: t('workshop.traps.warns'), hint: t('workshop.traps.warns-hint') }, (warns) => form.change((files) => setWarning(files, index, warns ? WARNS_AT : null)))}
    ${mail.warnsAt === undefined ? nothing : numberField(form, at('warnsAt', 'count'), mail.warnsAt, { label: t('workshop.traps.warns-at'), least: 2 }, (count) => form.set(at('warnsAt'), count ?? WARNS_AT))}
    ${tickField(form, at('ccOnSeparate'), mail.ccOnSeparate === true, { label: t('workshop.traps.cc-on-separate'), hint: t('workshop.traps.cc-on-separate-hint') })}
    ${menuField(
      form,
      at('blindCopies'),
      mail.blindCopies ?? 'removed',
      choicesOf(BLIND_COPIES, (value) => t(`workshop.traps.blind.${value}`)),
      { label: t('workshop.traps.blind-label') },
      (value) => form.set(at('blindCopies'), value === 'removed' ? undefined : value),
    )}
  `;
}

/** What the address line suggests while the player types. */
function suggestionsPart(form: Form, { suggestions = [] }: Mail, mail: number): TemplateResult {
  return html`<fieldset class="form-choice">
    <legend>${t('workshop.traps.suggestions')}</legend>
    <small>${t('workshop.traps.suggestions-hint')}</small>
    ${suggestions.map(({ typed = '', contacts = [] }, index) => {
      const at = (field: string) => ['mails', mail, 'suggestions', index, field];
      const name = typed || t('workshop.traps.unnamed-suggestion');
      const set = (next: { readonly typed: string; readonly contacts: readonly string[] }) =>
        form.change((files) => setSuggestion(files, mail, index, next));
      return html`<div class="form-row">
        ${plainField(form, at('typed'), typed, { label: t('workshop.traps.typed') }, (next) => form.set(at('typed'), next))}
        ${personField(form, at('contacts'), contacts[0], t('workshop.traps.first'), (id) => set({ typed, contacts: [id, ...contacts.filter((other) => other !== id)] }))}
        ${ticksField(
          form,
          [...at('contacts'), 'more'],
          contacts.slice(1),
          peopleChoices(form).filter(({ value }) => value !== contacts[0]),
          { label: t('workshop.traps.then') },
          (then) => set({ typed, contacts: [...contacts.slice(0, 1), ...then] }),
        )}
        ${removeNamed(name, () => form.remove(name, (files) => setSuggestion(files, mail, index, null)))}
      </div>`;
    })}
    <button
      class="button"
      type="button"
      data-add="suggestion"
      @click=${() =>
        form.change(
          (files) =>
            addSuggestion(
              files,
              mail,
              '',
              peopleChoices(form)
                .slice(0, 1)
                .map(({ value }) => value),
            ),
          elementId(['mails', mail, 'suggestions', suggestions.length, 'typed']),
        )}
    >
      <span>${t('workshop.traps.add-suggestion')}</span>
    </button>
  </fieldset>`;
}
