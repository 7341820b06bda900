import { becauseOfFact, becausePlaced } from '../story/causes.ts';
import { harmPoints } from '../story/harm.ts';
import type { MailId } from '../level/level.ts';
import { hidingRows, omissionRows, repeatedRows, stormRows, type Row } from './other-rows.ts';
import type { Beat, BeatKind, Deduction, DeductionKind, Exposure } from '../story/outcome.ts';
import type { Story, StoryMail } from '../story/story.ts';

const THREE_STARS = 90;
const TWO_STARS = 70;
const ONE_STAR = 40;

const BEATS_OF: Readonly<Record<DeductionKind, readonly BeatKind[]>> = {
  'exposed-strangers': ['disclosed', 'unmasked', 'replied-all', 'forwarded'],
  'exposed-acquaintances': ['recognised', 'disclosed', 'unmasked', 'replied-all', 'forwarded'],
  'content-leaked': ['content-leaked'],
  omitted: ['omitted'],
  'fragile-bcc': [],
  'hidden-doer': ['hidden-doer'],
  'hidden-accountable': ['hidden-accountable'],
  'cannot-discuss': ['cannot-discuss'],
  unmasked: ['unmasked'],
  'reply-storm': ['replied-all'],
  repeated: ['apology-repeats'],
};

export interface Score {
  readonly score: number;
  readonly stars: 0 | 1 | 2 | 3;
  readonly deductions: readonly Deduction[];
}

/** The score of a story: 100 less the points of every deduction (rules 16 and 17). */
export function score(story: Story, beats: readonly Beat[]): Score {
  const rows = rowsOf(story);
  const points = wholePoints(rows.map((row) => row.points));
  const deductions = rows.flatMap((row, index) => {
    const whole = points[index] ?? 0;
    const kinds = BEATS_OF[row.kind];
    const shown = beats.filter(
      (beat) => kinds.includes(beat.kind) && (beat.mail === null || row.mails.includes(beat.mail)),
    );
    return whole > 0 ? [{ ...row, causes: row.causes(), points: whole, beats: shown.map(({ id }) => id) }] : [];
  });

  const total = 100 - points.reduce((sum, whole) => sum + whole, 0);
  return {
    score: total,
    stars: starsFor(total, story.breach),
    deductions: deductions.toSorted((a, b) => b.points - a.points),
  };
}

/** The score alone, for a search through many routings. */
export function scoreAlone(story: Story): number {
  const points = wholePoints(rowsOf(story).map((row) => row.points));
  return 100 - points.reduce((sum, whole) => sum + whole, 0);
}

function rowsOf(story: Story): Row[] {
  return [
    ...exposureRows(story),
    ...omissionRows(story),
    ...hidingRows(story),
    ...stormRows(story),
    ...repeatedRows(story),
  ].filter((row) => row.points > 0);
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
  const leakHarm = story.leaks.reduce((sum, leak) => sum + leak.harm, 0);
  const harmOf = (exposures: readonly Exposure[]) => exposures.reduce((sum, { harm }) => sum + harm, 0);
  const harm = harmOf(story.exposures) + leakHarm;
  const points = harmPoints(harm, story.breach);
  const part = (share: number) => (harm > 0 ? (points * share) / harm : 0);
  const exposureRow = (exposures: readonly Exposure[], kind: DeductionKind): Row => ({
    kind,
    points: part(harmOf(exposures)),
    get mails() {
      return [...new Set(exposures.flatMap((exposure) => exposure.mails))];
    },
    get contacts() {
      return [...new Set(exposures.map(({ subject }) => subject))];
    },
    get numbers() {
      return {
        pairs: exposures.reduce((sum, { pairs }) => sum + pairs, 0),
        sensitivity: Math.max(0, ...exposures.map(({ sensitivity }) => sensitivity)),
      };
    },
    causes() {
      const circles = [...new Set(exposures.flatMap(({ acquaintance }) => acquaintance ?? []))];
      return [
        ...becausePlaced(story, storyMails(story, this.mails), this.contacts, ['to', 'cc']),
        ...circles.map((circle) => ({ type: 'circle' as const, circle })),
        ...this.mails.slice(0, 1).map((mail) => becauseOfFact('sensitivity', [], mail)),
      ];
    },
  });
  const strangers = story.exposures.filter(({ acquaintance }) => acquaintance === null);
  const acquaintances = story.exposures.filter(({ acquaintance }) => acquaintance !== null);
  return [
    exposureRow(strangers, 'exposed-strangers'),
    exposureRow(acquaintances, 'exposed-acquaintances'),
    ...story.leaks.map((leak) => ({
      kind: 'content-leaked' as const,
      points: part(leak.harm),
      mails: [leak.mail],
      contacts: [leak.contact],
      numbers: { people: leak.people },
      causes: () => [
        ...becausePlaced(story, storyMails(story, [leak.mail]), [leak.contact]),
        becauseOfFact('needs-nothing', [leak.contact]),
      ],
    })),
  ];
}
