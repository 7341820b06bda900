/** The words that a level file can use, and the limits of a level. */

export const IDENTITIES = ['handle', 'partial', 'full', 'photo'] as const;
export const NEEDS = ['act', 'know', 'aside', 'may', 'nothing'] as const;
/** What the address book shows about a group or a list. */
export const LOOK_BEHIND = ['members', 'number', 'nothing'] as const;
/** How a mail follows an earlier one in a mail program. */
export const THREAD_KINDS = ['reply', 'reply-all', 'forward', 'edit-as-new'] as const;
export const HABITS = ['replies-all', 'forwards'] as const;
export const CONTACT_KINDS = ['person', 'office', 'group', 'list'] as const;
/** What the stamp of a level may show: a sealed letter, the doors of offices, a crowd, or more people than anyone can count. */
export const STAMPS = ['letter', 'offices', 'crowd', 'multitude'] as const;
export const BONDS = ['context', 'acquaintance'] as const;
/**
 * What happens to the Bcc line (RFC 5322 §3.6.3): it is removed from every copy; or each in Bcc reads only their own
 * address; or each in Bcc reads all of it; or everyone reads it empty.
 */
export const BLIND_COPIES = ['removed', 'own', 'all', 'empty'] as const;
export const REGULATOR_TESTS = ['uk-2012', 'uk-gdpr', 'eu-gdpr'] as const;
export const LESSON_RULES = [
  'list-is-secret',
  'count-contexts',
  'reply-decides',
  'bcc-hides-addresses',
  'correction-riskier',
  'separate-mails',
  'check-expansion',
] as const;
export const AUTHORED_TRIGGERS = [
  'always',
  'breach',
  'no-breach',
  'content-leaked',
  'omitted',
  'regulator-decided',
] as const;

/** What the checker warns about and a level may accept, with a reason. */
export const ACCEPTABLE = ['habit-wins', 'cannot-be-won', 'no-way-found', 'beat-never', 'dead-fact'] as const;

/** The most people that one contact may represent. */
export const MAX_PEOPLE = 10_000_000;
/** The most cards in a level: nobody can route more by hand, and the engine compares them in pairs. */
export const MAX_CONTACTS = 30;
export const MAX_CIRCLES = 60;
export const MAX_MAILS = 30;
/** The most mails in the player's inbox before the story begins. */
export const MAX_RECEIVED = 10;
export const MAX_BEATS = 60;
