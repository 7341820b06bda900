import { html, nothing, type TemplateResult } from 'lit';
import type { Contact, Level } from '../../engine/index.ts';
import { namesOf } from '../../i18n/describe.ts';
import { t } from '../../i18n/index.ts';
import { icon } from '../parts/icons.ts';
import { portrait } from '../parts/portrait.ts';
import { told } from '../parts/level-text.ts';

/** Groups contacts with the same description, so that seven batches make one card. */
export function kindsOf(contacts: readonly Contact[]): Contact[][] {
  const kinds = new Map<string, Contact[]>();
  for (const contact of contacts) {
    const key = contact.about === undefined ? contact.id : JSON.stringify([contact.about, contact.needs, contact.kind]);
    kinds.set(key, [...(kinds.get(key) ?? []), contact]);
  }
  return [...kinds.values()];
}

/** Counts the people whom the contacts represent. Members of a group are counted with their own cards. */
function headcount(contacts: readonly Contact[]): number {
  return contacts.reduce((sum, { people, members }) => sum + (people ?? members?.length ?? 1), 0);
}

const PORTRAIT = 72;
/** The most stamps in a pile; more would only widen it. */
const PILED = 3;

/**
 * Lists the people of a story, and what the player knows about them.
 * @param rank of the heading that names them
 */
export function peopleCards(level: Level, contacts: readonly Contact[], rank: 3 | 4 = 3): TemplateResult {
  return html`<ul>
    ${kindsOf(contacts).map((alike) => html`<li>${card(level, alike, rank)}</li>`)}
  </ul>`;
}

function card(level: Level, contacts: readonly Contact[], rank: 3 | 4): TemplateResult {
  const [first] = contacts;
  const people = headcount(contacts);
  const ids = contacts.map(({ id }) => id);
  // A contact alone in its group is listed under its full name.
  const names = first && ids.length === 1 ? told(first.name) : namesOf(level, ids);
  return html`<div class="sheet person">
    <div class="portraits">${contacts.slice(0, PILED).map((contact) => portrait(contact, PORTRAIT))}</div>
    <div>
      ${rank === 3 ? html`<h3>${names}</h3>` : html`<h4>${names}</h4>`}
      ${
        people > contacts.length
          ? html`<p class="person-count">${icon('people')}${t('count.people', { count: people })}</p>`
          : nothing
      }
      ${first?.about ? html`<p>${told(first.about)}</p>` : nothing}
    </div>
  </div>`;
}
