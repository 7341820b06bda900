import { mergeProgress } from '../progress/merge.ts';
import { readRecord } from '../progress/read-record.ts';
import { NOTHING_YET, type Progress } from '../progress/record.ts';
import { recordOf, type GaugesByLevel } from './learner-record.ts';
import { unpackState } from './packed-state.ts';
import type { PackageOptions } from './package/options.ts';
import type { TabCopy } from './tab-copy.ts';

/** What a visit begins with. */
export interface Beginning {
  readonly progress: Progress;
  readonly gauges: GaugesByLevel;
  readonly counter: number;
  readonly place: string | null;
  /** True if this tab has something that the platform does not have. */
  readonly ahead: boolean;
}

/** Merges what the platform had at the launch with what this tab has. Settings and plays are those of the later copy. */
export function beginning(stored: string, copy: TabCopy | null, { levels }: Pick<PackageOptions, 'levels'>): Beginning {
  const state = unpackState(stored, levels);
  const theirs = state && recordOf(state, levels);
  const mine = copy && readRecord(copy.record).progress;
  if (!theirs || !state) {
    return {
      progress: mine ?? NOTHING_YET,
      gauges: copy?.gauges ?? {},
      counter: copy?.counter ?? 0,
      place: copy?.place ?? null,
      ahead: copy !== null,
    };
  }
  const [begun] = Object.keys(theirs.progress.plays);
  if (!mine || !copy) return { ...theirs, counter: state.counter, place: begun ?? null, ahead: false };
  const later = copy.counter >= state.counter;
  return {
    progress: later ? mergeProgress(mine, theirs.progress) : mergeProgress(theirs.progress, mine),
    gauges: bestGauges(mine, copy.gauges, theirs),
    counter: Math.max(copy.counter, state.counter),
    place: copy.place ?? begun ?? null,
    ahead: copy.counter > state.counter,
  };
}

/** Returns the gauges of each level from the copy with the better result. */
function bestGauges(mine: Progress, own: GaugesByLevel, theirs: Pick<Beginning, 'progress' | 'gauges'>): GaugesByLevel {
  const others = Object.entries(theirs.gauges).filter(
    ([level]) => (theirs.progress.results[level]?.score ?? 0) > (mine.results[level]?.score ?? -1),
  );
  return { ...theirs.gauges, ...own, ...Object.fromEntries(others) };
}
