import type { Progress } from './record.ts';
import { loadProgress } from './store.ts';
import { tabRecordCount } from './tab-record.ts';

/** The parts of the record. `privacy.part.<name>` says what each one is, why it is kept and for how long. */
export type KeptPart = Exclude<keyof Progress, 'version' | 'composed'> | 'daily' | 'rounds' | 'checks' | 'session';

const entries = (record: object) => Object.keys(record).length;

/**
 * Lists everything that the page stores about the player, with the number of entries. The privacy page is made from
 * this list, and a part of the record that is missing here does not compile.
 */
const PARTS: Readonly<Record<KeptPart, (progress: Progress) => number>> = {
  results: ({ results }) => entries(results),
  latest: ({ latest }) => entries(latest),
  predictions: ({ predictions }) => entries(predictions),
  practices: ({ practices }) => entries(practices),
  plays: ({ plays }) => entries(plays),
  daily: ({ composed }) => namedLike(composed, 'daily'),
  rounds: ({ composed }) => namedLike(composed, 'round.'),
  checks: ({ composed }) => namedLike(composed, 'check.'),
  settings: ({ settings }) => entries(settings),
  name: ({ name }) => (name === null ? 0 : 1),
  // Of a session with a group, beside the record.
  session: () => tabRecordCount(),
};

const namedLike = (record: object, start: string) =>
  Object.keys(record).filter((name) => name.startsWith(start)).length;

export interface Kept {
  readonly part: KeptPart;
  readonly entries: number;
}

/** Counts what is kept about the player now. */
export function keptNow(): Kept[] {
  const progress = loadProgress();
  return (Object.keys(PARTS) as KeptPart[]).map((part) => ({ part, entries: PARTS[part](progress) }));
}
