import type { GaugesByLevel } from './learner-record.ts';

/**
 * A copy of the learner's record that lasts as long as the tab. A platform hands out what it had at the launch, so without
 * it a reload of the frame would lose what was played since.
 */
export interface TabCopy {
  /** One more with each write: the higher of two copies is the later one. */
  readonly counter: number;
  /** The record as the page keeps it. */
  readonly record: string;
  readonly gauges: GaugesByLevel;
  readonly place: string | null;
  /** The page was loaded again because the platform can be reached again: everything is to be written once more. */
  readonly recovering: boolean;
}

export interface TabStore {
  readonly read: () => TabCopy | null;
  readonly write: (copy: TabCopy) => void;
}

/**
 * @param store asked for at each use, as a frame from another site is refused already when it names the storage
 * @param course the id of the course
 * @param learner the id of the learner, so that the next one in the same browser finds nothing
 */
export function tabStore(store: () => Storage, course: string, learner: string): TabStore {
  const key = `blind-copy-package:${encodeURIComponent(course)}:${encodeURIComponent(learner)}`;
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
        // Without a copy the record is still in memory, and at the platform.
      }
    },
  };
}
