/** The words that a level file is written in, and how much of each it may have. */

export const IDENTITIES = ['handle', 'partial', 'full', 'photo'] as const;
export const NEEDS = ['act', 'know', 'aside', 'may', 'nothing'] as const;
/** What the address book tells of a group or a list. */
export const LOOK_BEHIND = ['members', 'number', 'nothing'] as const;
/** How a mail program lets a mail go on from an earlier one. */
export const THREAD_KINDS = ['reply', 'reply-all', 'forward', 'edit-as-new'] as const;
export const HABITS = ['replies-all', 'forwards'] as const;
export const CONTACT_KINDS = ['person', 'office', 'group', 'list'] as const;
export const BONDS = ['context', 'acquaintance'] as const;
/** What becomes of the Bcc line (RFC 5322 §3.6.3): taken out of every copy; each in Bcc reads only their own address; each in Bcc reads all of it; everybody reads it empty. */
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

/** What the checker warns of and a level may accept, with a reason. */
export const ACCEPTABLE = ['habit-wins', 'cannot-be-won', 'no-way-found', 'beat-never', 'dead-fact'] as const;

/** The most people one contact may stand for. */
export const MAX_PEOPLE = 10_000_000;
/** The most cards a level may have: nobody can route more by hand, and the engine compares them pair by pair. */
export const MAX_CONTACTS = 30;
export const MAX_CIRCLES = 60;
export const MAX_MAILS = 30;
/** Mails in the player's inbox, from before the story begins. */
export const MAX_RECEIVED = 10;
export const MAX_BEATS = 60;
