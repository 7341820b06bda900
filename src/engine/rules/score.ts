import type { ContactId } from '../level/level.ts';
import { WEIGHTS } from '../level/weights.ts';
import { mailOf, type Beat } from '../story/beat.ts';
import type { Cause } from '../story/findings.ts';
import type { Story, StoryDesk } from '../story/story.ts';
import { RULES } from './all-rules.ts';
import { DEDUCTION_KINDS, type Deduction, type DeductionKind } from './deduction.ts';
import { missedDoers, unmetParts, type Missed } from './purpose.ts';
import { GAUGES, type Finding, type Gauge, type Rule } from './rule.ts';
import { privacyAtMost } from './privacy-bound.ts';
import { exact, sharesOfWorst, wholePoints } from './shares.ts';

export type Stars = 0 | 1 | 2 | 3;

/** What is left of a gauge, 0 to 100, and what it has lost to. */
interface Reading {
  readonly left: number;
  readonly found: readonly Found[];
  /** The share of each finding in the loss. */
  readonly parts: readonly number[];
}

interface Found {
  readonly kind: DeductionKind;
  readonly finding: Finding;
}

export interface Score extends Readonly<Record<Gauge, number>> {
  readonly score: number;
  readonly stars: Stars;
  readonly missedDoers: Missed;
  readonly deductions: readonly Deduction[];
}

/**
 * Returns the score of a story: privacy × purpose, and after a breach × how it was put right (rules 16 and 17).
 * The gauges are whole numbers, so that anyone can multiply them; the lines of a gauge add up to its loss.
 */
export function score(story: Story, beats: readonly Beat[]): Score {
  const readings = GAUGES.map((gauge) => ({ gauge, ...readGauge(story, gauge) }));
  const missed = missedDoers(story);
  const points = product(readings.map(({ left }) => left));
  const left = (wanted: Gauge) => readings.find(({ gauge }) => gauge === wanted)?.left ?? 100;
  return {
    privacy: left('privacy'),
    purpose: left('purpose'),
    ending: left('ending'),
    score: points,
    stars: starsFor(points, story.breach, missed),
    missedDoers: missed,
    deductions: readings
      .flatMap(({ gauge, ...reading }) => deductionsOf(gauge, reading, beats))
      .toSorted((a, b) => b.points - a.points),
  };
}

/** The gauges, the one that is read the fastest first. */
const FASTEST_FIRST: readonly Gauge[] = ['purpose', 'ending', 'privacy'];

/**
 * The score alone, for a search through many routings.
 *
 * @param wanted no lower score matters: below it, the answer is any number that the score does not exceed and that is below it, too
 */
export function scoreAlone(story: Story, wanted = 0): number {
  const gauges: number[] = [];
  for (const gauge of FASTEST_FIRST) {
    if (gauge === 'privacy') {
      const isTooLow = (limit: number) => product([...gauges, wholeLeft(limit)]) < wanted;
      const limit = privacyAtMost(story, isTooLow);
      if (isTooLow(limit)) return product([...gauges, wholeLeft(limit)]);
    }
    const findings = kindsOf(gauge).flatMap((kind) => ruleOf(kind).find(story));
    const unmet = gauge === 'purpose' ? unmetParts(story, findings) : [];
    gauges.push(leftBy(findings, unmet));
    // The gauges that are still to be read can take from this, and add nothing.
    if (product(gauges) < wanted) break;
  }
  return product(gauges);
}

const KINDS = new Map(
  GAUGES.map((gauge) => [gauge, DEDUCTION_KINDS.filter((kind) => ruleOf(kind).gauge === gauge)] as const),
);

function kindsOf(gauge: Gauge): readonly DeductionKind[] {
  return KINDS.get(gauge) ?? [];
}

/** What findings leave of their gauge: the worst of them, and the part of all needs that was met. */
function leftBy(findings: readonly Finding[], unmet: readonly number[]): number {
  const unmetSum = unmet.reduce((sum, part) => sum + part, 0);
  return wholeLeft(Math.min(100, 100 * Math.max(0, 1 - unmetSum), ...findings.map(({ leaves }) => leaves)));
}

function wholeLeft(left: number): number {
  return Math.round(exact(left));
}

/** Returns the events that the rules add to one desk. */
export function ruleBeats(story: Story, desk: StoryDesk): Beat[] {
  return DEDUCTION_KINDS.flatMap((kind) => ruleOf(kind).tell?.(story, desk) ?? []);
}

function ruleOf(kind: DeductionKind): Rule {
  return RULES[kind];
}

function product(gauges: readonly number[]): number {
  return Math.round(exact(gauges.reduce((all, gauge) => (all * gauge) / 100, 100)));
}

function readGauge(story: Story, gauge: Gauge): Reading {
  const found = inOrder(
    kindsOf(gauge).flatMap((kind) =>
      ruleOf(kind)
        .find(story)
        .map((finding) => ({ kind, finding })),
    ),
  );
  const findings = found.map(({ finding }) => finding);
  const unmet = gauge === 'purpose' ? unmetParts(story, findings) : findings.map(() => 0);
  const limits = sharesOfWorst(findings.map(({ leaves, share = 1 }) => ({ leaves, share })));
  return {
    left: leftBy(findings, unmet),
    found,
    parts: limits.map((limit, index) => limit + 100 * (unmet[index] ?? 0)),
  };
}

/** Gives the same findings the same order, whatever the order of contacts in the level. */
function inOrder(found: readonly Found[]): Found[] {
  const name = ({ finding: { mails, contacts } }: Found) => `${mails.join(' ')} ${contacts.toSorted().join(' ')}`;
  const named = found.map((one) => ({ one, name: name(one), kind: DEDUCTION_KINDS.indexOf(one.kind) }));
  return named
    .toSorted((a, b) => a.kind - b.kind || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ one }) => one);
}

function deductionsOf(gauge: Gauge, { left, found, parts }: Reading, beats: readonly Beat[]): Deduction[] {
  const points = wholePoints(parts, 100 - left);
  return found.flatMap(({ kind, finding }, index) => {
    const whole = points[index] ?? 0;
    if (whole === 0) return [];
    const { mails, contacts, numbers } = finding;
    return [
      {
        kind,
        gauge,
        points: whole,
        mails,
        contacts: contacts.toSorted(),
        numbers,
        causes: finding.causes().map(sorted),
        beats: beatsShowing(kind, finding, beats),
      },
    ];
  });
}

function sorted(cause: Cause): Cause {
  return 'contacts' in cause ? { ...cause, contacts: namesInOrder(cause.contacts) } : cause;
}

function namesInOrder(contacts: readonly ContactId[]): ContactId[] {
  return contacts.toSorted();
}

function beatsShowing(kind: DeductionKind, { mails }: Finding, beats: readonly Beat[]): string[] {
  const kinds = ruleOf(kind).shownBy;
  return beats
    .filter((beat) => {
      const mail = mailOf(beat);
      return kinds.includes(beat.kind) && (mail === null || mails.includes(mail));
    })
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** Stars follow the score; a breach has none, and a mail that missed those who must act has few. */
export function starsFor(points: number, breach: boolean, missed: Missed): Stars {
  const { three, two, one, missedSome, missedHalf } = WEIGHTS.stars;
  if (breach || points < one) return 0;
  if (missed === 'half') return missedHalf;
  if (missed === 'some') return missedSome;
  if (points < two) return 1;
  return points < three ? 2 : 3;
}
