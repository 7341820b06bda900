import { becauseOfFact, becausePlaced } from './causes.ts';
import { contentHarm, harmPoints } from './harm.ts';
import type { ContactId, MailId } from './level.ts';
import {
  fragileMails,
  hiddenAccountable,
  hiddenDoers,
  needWeight,
  omissions,
  silencedCircles,
  totalNeed,
} from './needs.ts';
import type { Beat, BeatKind, Cause, Deduction, DeductionKind, Exposure } from './outcome.ts';
import type { Story, StoryMail } from './story.ts';

/** Points for hiding, on the same scale as those for showing; docs/scoring.md says why each. */
const FRAGILE_POINTS: readonly number[] = [0, 12, 15, 18];
const HIDDEN_DOER_POINTS = 4;
const HIDDEN_DOERS_AT_MOST = 12;
const HIDDEN_ACCOUNTABLE_POINTS = 20;
const CANNOT_DISCUSS_POINTS = 30;
const UNMASKED_POINTS = 15;
const OMISSION_POINTS = 100;

const THREE_STARS = 90;
const TWO_STARS = 70;
const ONE_STAR = 40;

interface Row {
  readonly kind: DeductionKind;
  readonly points: number;
  readonly mails: readonly MailId[];
  readonly contacts: readonly ContactId[];
  readonly numbers: Readonly<Record<string, number>>;
  readonly causes: readonly Cause[];
}

const BEATS_OF: Readonly<Record<DeductionKind, readonly BeatKind[]>> = {
  'exposed-strangers': ['disclosed', 'apology-repeats'],
  'exposed-acquaintances': ['recognised', 'disclosed'],
  'content-leaked': ['content-leaked'],
  omitted: ['omitted'],
  'fragile-bcc': [],
  'hidden-doer': ['hidden-doer'],
  'hidden-accountable': ['hidden-accountable'],
  'cannot-discuss': ['cannot-discuss'],
  unmasked: ['unmasked'],
};

export interface Score {
  readonly score: number;
  readonly stars: 0 | 1 | 2 | 3;
  readonly deductions: readonly Deduction[];
}

/** The score of a story: 100 less the points of every deduction (rules 16 and 17). */
export function score(story: Story, beats: readonly Beat[]): Score {
  const rows = [...exposureRows(story), ...omissionRows(story), ...hidingRows(story)].filter((row) => row.points > 0);
  const points = wholePoints(rows.map((row) => row.points));
  const deductions = rows.flatMap((row, index) => {
    const whole = points[index] ?? 0;
    const kinds = BEATS_OF[row.kind];
    const shown = beats.filter(
      (beat) => kinds.includes(beat.kind) && (beat.mail === null || row.mails.includes(beat.mail)),
    );
    return whole > 0 ? [{ ...row, points: whole, beats: shown.map(({ id }) => id) }] : [];
  });

  const total = 100 - points.reduce((sum, whole) => sum + whole, 0);
  return {
    score: total,
    stars: starsFor(total, story.breach),
    deductions: deductions.toSorted((a, b) => b.points - a.points),
  };
}

function starsFor(total: number, breach: boolean): Score['stars'] {
  if (breach || total < ONE_STAR) return 0;
  if (total < TWO_STARS) return 1;
  return total < THREE_STARS ? 2 : 3;
}

/** Below this, differences are those of floating-point sums in another order, and must not tip a rounding. */
const PRECISION = 1e6;

/** Whole points that add up to the rounded sum, at most 100, shared out by largest remainder. */
export function wholePoints(parts: readonly number[]): number[] {
  const sum = Math.round(parts.reduce((total, part) => total + part, 0) * PRECISION) / PRECISION;
  const target = Math.min(100, Math.round(sum));
  const shares = parts.map((part) => (sum > 0 ? (part * target) / sum : 0));
  const floors = shares.map((share) => Math.floor(share + 1 / PRECISION));
  const left = target - floors.reduce((total, floor) => total + floor, 0);
  const raised = new Set(
    shares
      .map((share, index) => ({ index, remainder: share - (floors[index] ?? 0) }))
      .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index)
      .slice(0, Math.max(0, left))
      .map(({ index }) => index),
  );
  return floors.map((floor, index) => floor + (raised.has(index) ? 1 : 0));
}

function storyMails(story: Story, ids: readonly MailId[]): StoryMail[] {
  return story.desks.flatMap((desk) => desk.mails).filter(({ mail }) => ids.includes(mail.id));
}

/** Exposure and leaks: one sum of harm, shared out over its rows by their part of it. */
function exposureRows(story: Story): Row[] {
  const leakHarm = story.leaks.reduce(
    (sum, leak) => sum + contentHarm(sensitivityOf(story, leak.mail), leak.people),
    0,
  );
  const harmOf = (exposures: readonly Exposure[]) => exposures.reduce((sum, { harm }) => sum + harm, 0);
  const harm = harmOf(story.exposures) + leakHarm;
  const points = harmPoints(harm, story.breach);
  const part = (share: number) => (harm > 0 ? (points * share) / harm : 0);
  const exposureRow = (exposures: readonly Exposure[], kind: DeductionKind): Row => {
    const mails = [...new Set(exposures.flatMap((exposure) => exposure.mails))];
    const contacts = [...new Set(exposures.map(({ subject }) => subject))];
    const circles = [...new Set(exposures.flatMap(({ acquaintance }) => acquaintance ?? []))];
    return {
      kind,
      points: part(harmOf(exposures)),
      mails,
      contacts,
      numbers: {
        pairs: exposures.reduce((sum, { pairs }) => sum + pairs, 0),
        sensitivity: Math.max(0, ...exposures.map(({ sensitivity }) => sensitivity)),
      },
      causes: [
        ...becausePlaced(story, storyMails(story, mails), contacts, ['to', 'cc']),
        ...circles.map((circle) => ({ type: 'circle' as const, circle })),
        ...mails.slice(0, 1).map((mail) => becauseOfFact('sensitivity', [], mail)),
      ],
    };
  };
  const strangers = story.exposures.filter(({ acquaintance }) => acquaintance === null);
  const acquaintances = story.exposures.filter(({ acquaintance }) => acquaintance !== null);
  return [
    exposureRow(strangers, 'exposed-strangers'),
    exposureRow(acquaintances, 'exposed-acquaintances'),
    ...story.leaks.map((leak) => ({
      kind: 'content-leaked' as const,
      points: part(contentHarm(sensitivityOf(story, leak.mail), leak.people)),
      mails: [leak.mail],
      contacts: [leak.contact],
      numbers: { people: leak.people },
      causes: [
        ...becausePlaced(story, storyMails(story, [leak.mail]), [leak.contact]),
        becauseOfFact('needs-nothing', [leak.contact]),
      ],
    })),
  ];
}

function sensitivityOf(story: Story, mail: MailId): number {
  return story.level.mails.find(({ id }) => id === mail)?.sensitivity ?? 0;
}

function omissionRows(story: Story): Row[] {
  const total = totalNeed(story);
  return omissions(story).map(({ desk, contact, people, share, mails }) => ({
    kind: 'omitted',
    points: (OMISSION_POINTS * needWeight(contact) * share) / total,
    mails,
    contacts: [contact.id],
    numbers: { people },
    causes: [
      ...becausePlaced(story, desk.mails, [contact.id], ['none']),
      becauseOfFact(contact.needs === 'act' ? 'needs-act' : 'needs-know', [contact.id]),
    ],
  }));
}

function hidingRows(story: Story): Row[] {
  const rows: Row[] = [];
  const fragile = fragileMails(story);
  if (fragile.length > 0) {
    const contacts = [...new Set(fragile.flatMap((hidden) => hidden.contacts.map(({ id }) => id)))];
    const sensitivity = Math.max(...fragile.map(({ mail }) => mail.mail.sensitivity));
    rows.push({
      kind: 'fragile-bcc',
      points: FRAGILE_POINTS[sensitivity] ?? 0,
      mails: fragile.map(({ mail }) => mail.mail.id),
      contacts,
      numbers: { sensitivity },
      causes: becausePlaced(
        story,
        fragile.map(({ mail }) => mail),
        contacts,
        ['bcc'],
      ),
    });
  }
  const doers = hiddenDoers(story);
  const doerIds = [...new Set(doers.flatMap(({ contacts }) => contacts.map(({ id }) => id)))];
  if (doerIds.length > 0) {
    rows.push({
      kind: 'hidden-doer',
      points: Math.min(HIDDEN_DOERS_AT_MOST, HIDDEN_DOER_POINTS * doerIds.length),
      mails: doers.map(({ mail }) => mail.mail.id),
      contacts: doerIds,
      numbers: {},
      causes: [
        ...becausePlaced(
          story,
          doers.map(({ mail }) => mail),
          doerIds,
          ['bcc'],
        ),
        becauseOfFact('needs-act', doerIds),
      ],
    });
  }
  for (const { mail, contacts } of hiddenAccountable(story)) {
    const ids = contacts.map(({ id }) => id);
    rows.push({
      kind: 'hidden-accountable',
      points: HIDDEN_ACCOUNTABLE_POINTS * ids.length,
      mails: [mail.mail.id],
      contacts: ids,
      numbers: {},
      causes: [...becausePlaced(story, [mail], ids), becauseOfFact('must-be-seen', ids)],
    });
  }
  for (const { mail, circle, missing, share } of silencedCircles(story)) {
    rows.push({
      kind: 'cannot-discuss',
      points: CANNOT_DISCUSS_POINTS * share,
      mails: [mail.mail.id],
      contacts: missing,
      numbers: {},
      causes: [...becausePlaced(story, [mail], missing), { type: 'circle', circle }],
    });
  }
  for (const { delivered, speaker } of story.unmaskings) {
    rows.push({
      kind: 'unmasked',
      points: UNMASKED_POINTS,
      mails: [delivered.mail.id],
      contacts: [speaker.addressee.id],
      numbers: {},
      causes: [
        ...becausePlaced(story, storyMails(story, [delivered.mail.id]), [speaker.addressee.id], ['bcc']),
        becauseOfFact('replies-all', [speaker.addressee.id]),
      ],
    });
  }
  return rows;
}
