import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import {
  addPerson,
  CARD_KINDS,
  type CardKind,
  type DraftContact,
  kindOf,
  removePerson,
  setAddress,
  setKind,
  setOutside,
  settlePerson,
  shownAddress,
} from '../../workshop/people.ts';
import { peopleChoices } from './facts.ts';
import { moveItem } from '../../workshop/items.ts';
import { icon } from '../parts/icons.ts';
import { choiceField, menuField, tickField, ticksField, type Choice } from './choice-fields.ts';
import { numberField, plainField, textField } from './line-fields.ts';
import { foldingCard } from './folding-card.ts';
import { elementId, type Form, type Place } from './form.ts';
import { removeNamed, titleId, upButton } from './item-buttons.ts';

const NEEDS = ['act', 'know', 'may', 'nothing', 'aside'] as const;
const IDENTITIES = ['handle', 'partial', 'full', 'photo'] as const;
const BEHIND = ['members', 'number', 'nothing'] as const;
const OUTSIDE = ['inside', 'outside'] as const;

/** The cards of the address book. */
export function peopleSection(form: Form): TemplateResult {
  const contacts = form.draft.contacts ?? [];
  return html`
    ${contacts.map((contact, index) => personCard(form, contact, index))}
    <div class="form-add" role="group" aria-label=${t('workshop.people.add')}>
      ${CARD_KINDS.map(
        (kind) =>
          html`<button class="button" type="button" data-add=${kind} @click=${() => add(form, kind, contacts.length)}>
            ${icon('people')}<span>${t(`workshop.people.add-kind.${kind}`)}</span>
          </button>`,
      )}
    </div>
  `;
}

function add(form: Form, kind: CardKind, index: number): void {
  const place = ['contacts', index];
  form.fold(cardKey(index), true);
  form.change((files) => addPerson(files, kind, form.language, '').files, elementId([...place, 'name']));
}

const cardKey = (index: number) => `contact-${String(index)}`;

function personCard(form: Form, contact: DraftContact, index: number): TemplateResult {
  const place = ['contacts', index];
  const title = form.titled(contact.name) || t('workshop.people.unnamed');
  const needs = contact.needs === undefined ? '' : t(`workshop.people.needs.${contact.needs}`);
  const more = [needs, countOf(contact)].filter((part) => part !== '');
  const isOfOthers = contact.kind === 'group' || contact.kind === 'list';
  const shows = [contact, form.draft.sender?.address, isOfOthers ? peopleChoices(form) : null];
  return foldingCard(form, place, { title, more: more.join(' · '), key: cardKey(index), shows }, () =>
    personFields(form, contact, place),
  );
}

const countOf = ({ people = 1 }: DraftContact) => (people > 1 ? t('count.people', { count: people }) : '');

function personFields(form: Form, contact: DraftContact, place: Place): TemplateResult {
  const at = (field: string) => [...place, field];
  const index = Number(place[1]);
  const kind = kindOf(contact);
  const id = contact.id ?? '';
  const name = form.titled(contact.name) || t('workshop.people.unnamed');
  return html`
    ${textField(form, at('name'), form.said(contact.name), {
      label: t('workshop.people.name'),
      ...(kind === 'crowd' && { hint: t('workshop.people.name-crowd') }),
      left: () => form.change((files) => settlePerson(files, index, form.language)),
    })}
    ${menuField(
      form,
      at('kind'),
      kind,
      choices(CARD_KINDS, (value) => t(`workshop.people.kind.${value}`)),
      { label: t('workshop.people.kind-label') },
      (next) => form.change((files) => setKind(files, index, next)),
    )}
    ${kind === 'crowd' ? numberField(form, at('people'), contact.people, { label: t('workshop.people.count'), least: 2 }) : nothing}
    ${kind === 'group' || kind === 'list' ? membersField(form, contact, at('members')) : nothing}
    ${choiceField(
      form,
      at('needs'),
      contact.needs ?? null,
      NEEDS.map((value) => ({
        value,
        name: t(`workshop.people.needs.${value}`),
        text: t(`workshop.people.needs-text.${value}`),
      })),
      { label: t('workshop.people.needs-label') },
      (needs) => form.set(at('needs'), needs),
    )}
    ${tickField(form, at('mustBeSeen'), contact.mustBeSeen === true, {
      label: t('workshop.people.seen'),
      hint: t('workshop.people.seen-hint'),
    })}
    ${tickField(form, at('authorised'), contact.authorised === true, {
      label: t('workshop.people.authorised'),
      hint: t('workshop.people.authorised-hint'),
    })}
    ${textField(form, at('about'), form.said(contact.about), {
      label: t('workshop.people.about'),
      hint: t('workshop.people.about-hint'),
      rows: 2,
    })}
    <details
      class="form-more"
      ?open=${form.isOpen(`more-${id}`)}
      @toggle=${(event: Event) => form.fold(`more-${id}`, (event.currentTarget as HTMLDetailsElement).open)}
    >
      <summary id=${elementId(at('more'))} aria-labelledby="${elementId(at('more'))} ${titleId(place)}">
        ${t('workshop.people.more')}
      </summary>
      <div class="form-card-body">${form.isOpen(`more-${id}`) ? moreFields(form, contact, place) : nothing}</div>
    </details>
    <p class="form-ways">
      ${index > 0 ? upButton(place, false, () => form.change((files) => moveItem(files, 'contacts', index, index - 1), elementId(['contacts', index - 1, 'name']))) : nothing}
      ${removeNamed(name, () => form.remove(name, (files) => removePerson(files, id)))}
    </p>
  `;
}

function moreFields(form: Form, contact: DraftContact, place: Place): TemplateResult {
  const at = (field: string) => [...place, field];
  const kind = kindOf(contact);
  const index = Number(place[1]);
  const outside = isOutside(form, contact) ? 'outside' : 'inside';
  return html`
    ${plainField(
      form,
      at('address'),
      shownAddress(contact.address ?? ''),
      {
        label: t('workshop.people.address'),
        hint: t(kind === 'crowd' ? 'workshop.people.address-crowd' : 'workshop.address-hint'),
      },
      (address) => form.edit(at('address'), (files) => setAddress(files, index, address)),
    )}
    ${choiceField(
      form,
      at('identity'),
      contact.identity ?? 'partial',
      IDENTITIES.map((value) => ({
        value,
        name: t(`workshop.people.identity.${value}`),
        text: t(`workshop.people.identity-text.${value}`),
      })),
      { label: t('workshop.people.identity-label') },
      (identity) => form.set(at('identity'), identity === 'partial' ? undefined : identity),
    )}
    ${menuField(
      form,
      at('reveals'),
      contact.reveals === undefined ? 'same' : (REVEALS[contact.reveals + 1] ?? 'same'),
      choices(REVEALS, (value) => t(`workshop.people.reveals.${value}`)),
      { label: t('workshop.people.reveals-label'), hint: t('workshop.people.reveals-hint') },
      (value) => form.set(at('reveals'), value === 'same' ? undefined : Number(value)),
    )}
    ${menuField(
      form,
      at('outside'),
      outside,
      choices(OUTSIDE, (value) => t(`workshop.people.outside.${value}`)),
      { label: t('workshop.people.outside-label') },
      (value) => form.change((files) => setOutside(files, index, value === 'outside')),
    )}
    ${
      kind === 'group' || kind === 'list'
        ? menuField(
            form,
            at('behind'),
            contact.behind ?? 'members',
            choices(BEHIND, (value) => t(`workshop.people.behind.${value}`)),
            { label: t('workshop.people.behind-label') },
            (value) => form.set(at('behind'), value === 'members' ? undefined : value),
          )
        : nothing
    }
    ${kind === 'list' ? tickField(form, at('nameReveals'), contact.nameReveals === true, { label: t('workshop.people.name-reveals'), hint: t('workshop.people.name-reveals-hint') }) : nothing}
    <p class="form-ways">
      <button
        id=${elementId(at('face'))}
        class="button"
        type="button"
        aria-labelledby="${elementId(at('face'))} ${titleId(place)}"
        @click=${() => form.set(at('portrait'), nextFace(contact))}
      >
        ${icon('replay')}<span>${t('workshop.people.face')}</span>
      </button>
    </p>
  `;
}

const REVEALS = ['same', '0', '1', '2', '3'] as const;

function membersField(form: Form, contact: DraftContact, place: Place): TemplateResult {
  const others = (form.draft.contacts ?? []).filter(({ id }) => id !== undefined && id !== contact.id);
  return ticksField(
    form,
    place,
    contact.members ?? [],
    others.map(({ id = '' }) => ({ value: id, name: form.nameOf(id) })),
    { label: t('workshop.people.members') },
    (members) => form.set(place, members.length > 0 ? members : undefined),
  );
}

/** As the level says, else by the domain of the address. */
function isOutside({ draft }: Form, { outside, address = '' }: DraftContact): boolean {
  const domainOf = (one: string) => one.slice(one.lastIndexOf('@') + 1).toLowerCase();
  return outside ?? domainOf(address) !== domainOf(draft.sender?.address ?? '');
}

/** Any other word draws another face. */
function nextFace({ id = '', portrait }: DraftContact): string {
  const [, number] = /-(\d+)$/.exec(portrait ?? '') ?? [];
  return `${id}-${String(Number(number ?? 1) + 1)}`;
}

function choices<Value extends string>(values: readonly Value[], name: (value: Value) => string): Choice<Value>[] {
  return values.map((value) => ({ value, name: name(value) }));
}
