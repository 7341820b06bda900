import type { GaugesByLevel } from './learner-record.ts';

/**
 * A copy of the learner's record that lasts as long as the tab. After a reload of the frame, the platform returns only what it
 * had at the launch, so later plays would be lost.
 */
export interface TabCopy {
  /** Goes up by one with each write, so that the higher of two copies is the later one. */
  readonly counter: number;
  /** The record as the page keeps it. */
  readonly record: string;
  readonly gauges: GaugesByLevel;
  readonly place: string | null;
  /** True if the page was reloaded because the platform is back, so that everything has to be written again. */
  readonly recovering: boolean;
}

export interface TabStore {
  readonly read: () => TabCopy | null;
  readonly write: (copy: TabCopy) => void;
}

/**
 * @param store called at each use, because a frame from another site may not even access the storage
 * @param course the id of the course
 * @param learner the id of the learner, so that the next learner in the same browser finds nothing
 * @param activity where the platform has this package, as a learner may have the same course in two places
 */
export function tabStore(store: () => Storage, course: string, learner: string, activity: string): TabStore {
  const key = ['blind-copy-package', ...[course, learner, activity].map(encodeURIComponent)].join(':');
  return {
    read() {
      try {
        const copy = JSON.parse(store().getItem(key) ?? 'null') as Partial<TabCopy> | null;
        if (typeof copy?.counter !== 'number' || typeof copy.record !== 'string') return null;
        const { counter, record, gauges = {}, place = null, recovering = false } = copy;
        return { counter, record, gauges, place, recovering };
      } catch {
        return null;
      }
    },
    write(copy) {
      try {
        store().setItem(key, JSON.stringify(copy));
      } catch {
        // The record is still in memory, and on the platform.
      }
    },
  };
}
