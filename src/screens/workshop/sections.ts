/** The sections of the form, in the order in which a new level is written. */
export const SECTIONS = [
  'story',
  'people',
  'mails',
  'shared',
  'traps',
  'events',
  'lesson',
  'expected',
  'languages',
  'share',
] as const;
export type SectionName = (typeof SECTIONS)[number];
