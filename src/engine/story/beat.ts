import { keysOf } from '../level/keys.ts';
import type { ContactId, LevelText, MailId } from '../level/level.ts';
import type { Cause, RegulatorDecision } from './findings.ts';

/** What every event of the replay has. */
interface Event {
  /** Unique in the outcome, and the same for the same input. */
  readonly id: string;
  /** Seconds of story time after the first mail. */
  readonly at: number;
  readonly causes: readonly Cause[];
  /** The contacts that it happens to: viewers, those left out, those who act. */
  readonly viewers: readonly ContactId[];
  /** The contacts that it is about: those who are seen. */
  readonly subjects: readonly ContactId[];
}

/** An event that results from one mail. */
interface OfMail {
  readonly mail: MailId;
}

/** An event that results from one mail, or from several similar ones: then `mail` is null. */
interface OfMails {
  readonly mail: MailId | null;
}

/** Numbers for the text. */
interface Counts<Name extends string> {
  readonly numbers: Readonly<Record<Name, number>>;
}

/** A word that chooses between variants of the text. */
interface Variant<Word> {
  readonly variant: Word;
}

type Reply = OfMails & Counts<'speakers' | 'reached' | 'mails'> & { readonly numbers: { readonly pairs?: number } };

/** What each kind of event has in addition. */
interface Details {
  /** `copied`: how many are in Cc on each separate mail. */
  sent: OfMail & Counts<'mails' | 'separate' | 'copied' | 'people'>;
  'warning-ignored': OfMail & Counts<'addresses' | 'limit' | 'mails'>;
  disclosed: OfMail &
    (
      | (Variant<'within' | 'sees'> & Counts<'viewers' | 'people' | 'others' | 'pairs'>)
      | (Variant<'many'> & Counts<'people' | 'viewersMin' | 'viewersMax' | 'pairs'>)
    );
  recognised: OfMail & Counts<'people' | 'pairs'>;
  /** `about`: how many other people the mails say something about; 0 if they are about nobody else. */
  'content-leaked': OfMails & Counts<'people' | 'about'>;
  /** `several`: they reach different numbers of people. */
  'replied-all': Reply & Variant<'storm' | 'several' | null>;
  'replied-all-harmless': Reply;
  unmasked: Reply;
  /** `forwarder`: who passes the mail on; the viewers only get it. */
  forwarded: OfMail & { readonly forwarder: ContactId } & Variant<'addresses' | 'content'> & Counts<'people' | 'pairs'>;
  recalled: OfMail & Counts<'people' | 'recalled'>;
  complaint: Counts<'people'>;
  press: Counts<'people'>;
  referred: Counts<'people' | 'hours'>;
  notified: Counts<'people' | 'hours'>;
  'apology-due': OfMail & Counts<'people'>;
  'apology-repeats': OfMail & Counts<'people' | 'pairs'>;
  omitted: OfMails & Variant<'act' | 'know'> & Counts<'people'>;
  'hidden-doer': OfMails & Counts<'people'>;
  'hidden-accountable': OfMails & Counts<'people'>;
  'cannot-discuss': OfMails & Counts<'people'>;
  'nobody-exposed': Counts<'people'>;
  recorded: Counts<'people'>;
  decided: { readonly decision: RegulatorDecision } & Counts<'people'>;
  /** In the level's own words. */
  authored: { readonly text: LevelText };
}

export type BeatKind = keyof Details;
/** All kinds, each once; a kind that is missing here does not compile. */
export const BEAT_KINDS = keysOf({
  sent: true,
  'warning-ignored': true,
  disclosed: true,
  recognised: true,
  'content-leaked': true,
  'replied-all': true,
  'replied-all-harmless': true,
  unmasked: true,
  forwarded: true,
  recalled: true,
  complaint: true,
  press: true,
  referred: true,
  notified: true,
  'apology-due': true,
  'apology-repeats': true,
  omitted: true,
  'hidden-doer': true,
  'hidden-accountable': true,
  'cannot-discuss': true,
  'nobody-exposed': true,
  recorded: true,
  decided: true,
  authored: true,
} satisfies Readonly<Record<BeatKind, true>>);

export type BeatOf<Kind extends BeatKind> = { [Some in Kind]: Event & { readonly kind: Some } & Details[Some] }[Kind];

/** One event of the replay. */
export type Beat = BeatOf<BeatKind>;

/** What the maker of a beat states; nobody need be affected. */
type Told<Kind extends BeatKind> = Details[Kind] & Partial<Pick<Event, 'causes' | 'viewers' | 'subjects'>>;

/** The id of a beat: its kind and its subject, which is unique and does not depend on other beats. */
export function beatId(kind: BeatKind, ...about: readonly string[]): string {
  return [kind, ...about].join(':');
}

/** Makes a beat. @param about what distinguishes it from others of its kind */
export function beat<Kind extends BeatKind>(
  kind: Kind,
  about: readonly string[],
  at: number,
  details: Told<Kind>,
): BeatOf<Kind> {
  const event = { id: beatId(kind, ...about), kind, at, causes: [], viewers: [], subjects: [], ...details };
  // oxlint-disable-next-line no-unsafe-type-assertion -- the parameters hold kind and details together, which a spread forgets
  return event as unknown as BeatOf<Kind>;
}

/** The mail of an event for all of these: the only one, or null. */
export function onlyMail(mails: readonly MailId[]): MailId | null {
  const [first, ...others] = new Set(mails);
  return first !== undefined && others.length === 0 ? first : null;
}

/** The mail that an event results from; null if it results from several, or from the public's reaction. */
export function mailOf(told: Beat): MailId | null {
  return 'mail' in told ? told.mail : null;
}

/** How many pairs of people an event has connected; 0 for a kind that connects none. */
export function pairsOf({ kind, ...told }: Beat): number {
  if (kind === 'authored' || !('numbers' in told)) return 0;
  return 'pairs' in told.numbers ? (told.numbers.pairs ?? 0) : 0;
}

/** Story order: by time, and at the same time in the order in which they were made. */
export function inStoryOrder(beats: readonly Beat[]): Beat[] {
  return beats
    .map((value, index) => ({ value, index }))
    .toSorted((a, b) => a.value.at - b.value.at || a.index - b.index)
    .map(({ value }) => value);
}
