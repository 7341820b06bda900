import { formatList, keptInside, t } from '../../i18n/index.ts';
import type { FactNames } from './fact-sentence.ts';

/**
 * Names what the checker calls by ids, since an author never sees those: people, emails, ways that the author expects.
 *
 * @param value of a problem's parameter: an id, several with a comma between, or something else, which stays
 */
export function idNames(form: FactNames, value: string): string {
  const names = value.split(', ').map((id) => nameOf(form, id));
  return names.every((name) => name !== '') ? formatList([...new Set(names)].map(keptInside)) : value;
}

function nameOf({ nameOf: contactName, titled, draft }: FactNames, id: string): string {
  if (id === '') return '';
  const mail = [...(draft.mails ?? []), ...(draft.received ?? [])].find(
    (one) => one.id === id || idOfSeries(one) === id,
  );
  const way = (draft.expectations ?? []).findIndex((one) => one.id === id);
  return contactName(id) || titled(mail?.subject) || (way < 0 ? '' : wayTitle(way));
}

const idOfSeries = (mail: object) => ('series' in mail ? mail.series : undefined);

/** Returns the title of a way that the author expects something of, by its place in their order. */
export function wayTitle(index: number): string {
  return t(index === 0 ? 'workshop.expected.best' : 'workshop.expected.mistake', { number: index + 1 });
}
