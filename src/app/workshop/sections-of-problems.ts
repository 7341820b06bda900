import type { SectionName } from '../../screens/workshop/sections.ts';

type Path = readonly (string | number)[];

const BY_FIELD: Readonly<Record<string, SectionName>> = {
  title: 'story',
  summary: 'story',
  minutes: 'story',
  stamp: 'story',
  briefing: 'story',
  sender: 'story',
  contacts: 'people',
  circles: 'shared',
  batches: 'people',
  mails: 'mails',
  received: 'mails',
  regulator: 'events',
  beats: 'events',
  lesson: 'lesson',
  discussion: 'lesson',
  expectations: 'expected',
  accepted: 'expected',
  translations: 'languages',
};

/** Fields of a contact or of an email that another section shows. */
const BY_PART: Readonly<Record<string, SectionName>> = {
  maySee: 'shared',
  habits: 'traps',
  forwardsTo: 'traps',
  prefilled: 'traps',
  suggestions: 'traps',
  warnsAt: 'traps',
  ccOnSeparate: 'traps',
  blindCopies: 'traps',
};

/** Returns the section of the form that shows a place of the file. */
export function sectionOf([field, , part]: Path): SectionName {
  const own = (field === 'contacts' || field === 'mails') && typeof part === 'string' ? BY_PART[part] : undefined;
  return own ?? BY_FIELD[String(field ?? '')] ?? 'share';
}

/** Returns the problems that a section of the form shows. */
export function wrongIn<Some extends { readonly path: Path }>(section: SectionName, problems: readonly Some[]): Some[] {
  return problems.filter(({ path }) => sectionOf(path) === section);
}
