import {
  mailOf,
  pairsOf,
  type Beat,
  type ContactId,
  type Exposure,
  type Level,
  type Outcome,
} from '../../engine/index.ts';
import { deskOfMail } from './actors.ts';

/** More threads than this in one beat would be a tangle, so they run through one pool of ink. */
const THREADS_BY_ONE = 14;

/** How the disclosures of one beat are drawn. Every exposure belongs to exactly one beat. */
export interface BeatExposures {
  readonly exposures: readonly Exposure[];
  /** From viewer to subject, one thread each. */
  readonly threads: readonly Exposure[];
  /** Crowds whose members see each other: ink bleeds through their dots. */
  readonly bleeds: readonly Exposure[];
  /** Everyone who sees or is seen, when there are too many pairs to draw one by one. */
  readonly pool: Pool | null;
}

export interface Pool {
  readonly viewers: readonly ContactId[];
  readonly subjects: readonly ContactId[];
  /** Ordered pairs of people. */
  readonly pairs: number;
}

const SHOWS: ReadonlySet<Beat['kind']> = new Set(['disclosed', 'unmasked', 'replied-all', 'forwarded']);

function shows(level: Level, beat: Beat, exposure: Exposure): boolean {
  const [mail] = exposure.mails;
  if (!SHOWS.has(beat.kind) || mail === undefined) return false;
  const of = mailOf(beat);
  if (!beat.viewers.includes(exposure.viewer) || !beat.subjects.includes(exposure.subject)) return false;
  if (of !== null && deskOfMail(level, of) !== deskOfMail(level, mail)) return false;
  if (beat.kind !== 'disclosed' || beat.variant === 'many') return true;
  return (beat.variant === 'within') === (exposure.viewer === exposure.subject);
}

/** Returns the disclosures that each beat draws; each one appears in the first beat that mentions it. */
export function exposuresByBeat(level: Level, outcome: Outcome): ReadonlyMap<number, BeatExposures> {
  const byBeat = new Map<number, Exposure[]>();
  for (const exposure of outcome.exposures) {
    const told = outcome.beats.findIndex((beat) => shows(level, beat, exposure));
    const at = told >= 0 ? told : nearestBeat(outcome, exposure);
    if (at >= 0) byBeat.set(at, [...(byBeat.get(at) ?? []), exposure]);
  }
  return new Map([...byBeat].map(([beat, exposures]) => [beat, linksOf(exposures)]));
}

/** The beat in which a viewer sees more than its text names, such as the lines that a reply-all quotes; else the first that shows anyone. */
function nearestBeat({ beats }: Outcome, { viewer }: Exposure): number {
  const showing = (beat: Beat) => SHOWS.has(beat.kind) && pairsOf(beat) > 0;
  const own = beats.findLastIndex((beat) => showing(beat) && beat.viewers.includes(viewer));
  return own >= 0 ? own : beats.findIndex(showing);
}

function linksOf(exposures: readonly Exposure[]): BeatExposures {
  const bleeds = exposures.filter(({ viewer, subject }) => viewer === subject);
  const between = exposures.filter(({ viewer, subject }) => viewer !== subject);
  if (between.length <= THREADS_BY_ONE) return { exposures, threads: between, bleeds, pool: null };
  return {
    exposures,
    threads: [],
    bleeds,
    pool: {
      viewers: [...new Set(between.map(({ viewer }) => viewer))],
      subjects: [...new Set(between.map(({ subject }) => subject))],
      pairs: between.reduce((sum, { pairs }) => sum + pairs, 0),
    },
  };
}
