import { mailOf, type Beat } from '../story/beat.ts';
import type { Story, StoryDesk } from '../story/story.ts';
import { RULES } from './all-rules.ts';
import { DEDUCTION_KINDS, type Deduction, type DeductionKind } from './deduction.ts';
import type { Finding, Rule } from './rule.ts';

const THREE_STARS = 90;
const TWO_STARS = 70;
const ONE_STAR = 40;

export interface Score {
  readonly score: number;
  readonly stars: 0 | 1 | 2 | 3;
  readonly deductions: readonly Deduction[];
}

/** The score of a story: 100 less the points of every deduction (rules 16 and 17). */
export function score(story: Story, beats: readonly Beat[]): Score {
  const findings = findingsOf(story);
  const points = wholePoints(findings.map(({ finding }) => finding.points));
  const deductions = findings.flatMap(({ kind, finding }, index): Deduction[] => {
    const whole = points[index] ?? 0;
    const kinds = ruleOf(kind).shownBy;
    const shown = beats.filter((beat) => {
      const mail = mailOf(beat);
      return kinds.includes(beat.kind) && (mail === null || finding.mails.includes(mail));
    });
    if (whole === 0) return [];
    const { mails, contacts, numbers } = finding;
    return [
      { kind, points: whole, mails, contacts, numbers, causes: finding.causes(), beats: shown.map(({ id }) => id) },
    ];
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
  const points = wholePoints(findingsOf(story).map(({ finding }) => finding.points));
  return 100 - points.reduce((sum, whole) => sum + whole, 0);
}

/** The events that the rules tell of one desk. */
export function ruleBeats(story: Story, desk: StoryDesk): Beat[] {
  return DEDUCTION_KINDS.flatMap((kind) => ruleOf(kind).tell?.(story, desk) ?? []);
}

function ruleOf(kind: DeductionKind): Rule {
  return RULES[kind];
}

function findingsOf(story: Story): { readonly kind: DeductionKind; readonly finding: Finding }[] {
  return DEDUCTION_KINDS.flatMap((kind) =>
    ruleOf(kind)
      .find(story)
      .filter(({ points }) => points > 0)
      .map((finding) => ({ kind, finding })),
  );
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
