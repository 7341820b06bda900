import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { knowledgeOf, openPlacementsAbout, type Contact, type Exposure } from '../../engine/index.ts';
import { describeKnown, describeOpenPlacement } from '../../i18n/describe-people.ts';
import { formatList, formatNumber, t, textOf } from '../../i18n/index.ts';
import { findPeople, type FoundPerson } from './find-person.ts';
import { icon } from '../parts/icons.ts';
import { portrait } from '../parts/portrait.ts';
import { replayIcon } from './icons.ts';
import { readersOf, type ReplayScreenActions, type ReplayScreenModel } from './model.ts';
import { told } from '../parts/level-text.ts';

/**
 * The highlighted person: who they can see, who can see them and why, with links to their screen and to another field.
 */
export function personCard(model: ReplayScreenModel, actions: ReplayScreenActions): TemplateResult | typeof nothing {
  const { level, outcome, chosen } = model;
  const contact = level.contacts.find(({ id }) => id === chosen);
  if (!contact) return nothing;
  const { learned, known } = knowledgeOf(outcome, contact.id);
  const placements = openPlacementsAbout(outcome, contact.id);
  const reads = readersOf(level, outcome).includes(contact.id);
  return html`<section class="person-card" data-person=${contact.id} aria-labelledby="person-name">
    <header>
      ${portrait(contact, 44)}
      <div>
        <h3 id="person-name" tabindex="-1" data-person-name>${told(contact.name)}</h3>
        <p>${fieldsOf(model, contact)}</p>
      </div>
      <button
        class="button quiet person-close"
        type="button"
        data-person-close
        aria-label=${t('replay.who.close')}
        title=${t('replay.who.close')}
        @click=${() => actions.choose(null)}
      >
        ${icon('close')}
      </button>
    </header>
    <dl>
      <dt>${icon('eye')}${t('replay.who.learned')}</dt>
      <dd data-learned>${whoIs(model, learned, 'subject', actions)}</dd>
      <dt>${icon('people')}${t('replay.who.known')}</dt>
      <dd data-known>${whoIs(model, known, 'viewer', actions)}</dd>
    </dl>
    ${
      placements.length > 0
        ? html`<ul class="person-why">
            ${placements.map((placement) => html`<li>${describeOpenPlacement(level, placement)}</li>`)}
          </ul>`
        : nothing
    }
    <div class="person-ways">
      ${
        reads
          ? html`<button
              class="button"
              type="button"
              data-person-look
              @click=${() => actions.look({ contact: contact.id, index: 0, mail: null })}
            >
              ${icon('eye')}${t('replay.who.screen')}
            </button>`
          : nothing
      }
    </div>
  </section>`;
}

function fieldsOf({ outcome }: ReplayScreenModel, { id, people = 1 }: Contact): string {
  const fields = new Set(
    outcome.sent.flatMap(({ copies }) => copies.flatMap(({ contact, field }) => (contact === id ? [field] : []))),
  );
  const where = fields.size === 0 ? t('field.none') : formatList([...fields].map((field) => t(`field.${field}`)));
  return people > 1 ? `${t('count.people', { count: people })} · ${where}` : where;
}

/** The most people listed by name; the rest are counted. */
const NAMED = 8;

function whoIs(
  { level, chosen }: ReplayScreenModel,
  exposures: readonly Exposure[],
  side: 'viewer' | 'subject',
  actions: ReplayScreenActions,
): TemplateResult {
  if (exposures.length === 0) return html`${t('replay.who.nobody')}`;
  const more = exposures.length - NAMED;
  return html`<ul>
    ${exposures.slice(0, NAMED).map((exposure) => {
      const words = describeKnown(level, exposure, side);
      const other = exposure[side];
      return html`<li>
        ${
          other === chosen
            ? words
            : html`<button class="log-cause" type="button" @click=${() => actions.choose(other)}>${words}</button>`
        }
      </li>`;
    })}
    ${more > 0 ? html`<li>${t('count.more', { count: more })}</li>` : nothing}
  </ul>`;
}

/** Lists everyone whose screen can be opened, with a search that also finds any person of a crowd. */
export function peopleList(model: ReplayScreenModel, actions: ReplayScreenActions): TemplateResult | typeof nothing {
  const { level, outcome, query, chosen } = model;
  const readers = readersOf(level, outcome);
  if (readers.length === 0) return nothing;
  return html`<section class="log-screens">
    <h3>${t('replay.screens')}</h3>
    <label class="person-search">
      ${replayIcon('search')}
      <span class="visually-hidden">${t('replay.who.search')}</span>
      <input
        type="search"
        autocomplete="off"
        spellcheck="false"
        data-person-search
        placeholder=${t('replay.who.search')}
        .value=${live(query)}
        @input=${(event: Event) => actions.search((event.target as HTMLInputElement).value)}
      />
    </label>
    ${query.trim() === '' ? nothing : found(model, actions)}
    <ul>
      ${level.contacts
        .filter(({ id }) => readers.includes(id))
        .map((contact) => {
          const name = textOf(contact.name);
          return html`<li class="log-row">
            <button
              class="log-screen"
              type="button"
              data-choose=${contact.id}
              aria-pressed=${contact.id === chosen}
              aria-label=${t('replay.who.choose', { name })}
              @click=${() => actions.choose(contact.id === chosen ? null : contact.id)}
            >
              ${portrait(contact, 40)}<span>${name}</span>
            </button>
            <button
              class="log-look"
              type="button"
              data-look=${contact.id}
              aria-label=${t('replay.look', { name })}
              title=${t('replay.look', { name })}
              @click=${() => actions.look({ contact: contact.id, index: 0, mail: null })}
            >
              ${icon('eye')}
            </button>
          </li>`;
        })}
    </ul>
  </section>`;
}

/** The search result, for a screen reader. */
export function foundWords({ level, outcome, query }: Pick<ReplayScreenModel, 'level' | 'outcome' | 'query'>): string {
  const people = findPeople(level, outcome, query);
  if (people.length === 0) return t('replay.who.none-found');
  return formatList(people.map((person) => personWords(person)));
}

function personWords({ contact, index }: FoundPerson): string {
  const name = textOf(contact.name);
  return (contact.people ?? 1) > 1 ? `${name} · ${formatNumber(index + 1)}` : name;
}

function found({ level, outcome, query }: ReplayScreenModel, actions: ReplayScreenActions): TemplateResult {
  const people = findPeople(level, outcome, query);
  return html`<ul class="person-found" data-person-found>
    ${people.map(
      (person) =>
        html`<li>
          <button
            class="log-found"
            type="button"
            @click=${() => actions.look({ contact: person.contact.id, index: person.index, mail: null })}
          >
            <span>${personWords(person)}</span>
            <bdi class="address" translate="no">${person.address}</bdi>
          </button>
        </li>`,
    )}
    ${people.length === 0 ? html`<li>${t('replay.who.none-found')}</li>` : nothing}
  </ul>`;
}
