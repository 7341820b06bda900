import type { Highlight } from '../timeline/highlight.ts';
import type { Moment } from '../timeline/timeline.ts';
import type { Part } from './part.ts';

/**
 * Paints only those parts whose cues or highlight have changed since they were painted last; the result looks as if all
 * had been painted.
 * @returns a function that paints a moment, and returns whether the table looks different after it
 */
export function repainterOf(parts: readonly Part[]): (moment: Pick<Moment, 'progress'>, light: Highlight) => boolean {
  const entries = parts.map((part) => ({ part, now: part.cues.map(() => 0), stale: true }));
  const mindful = entries.filter(({ part }) => part.minds === 'light');
  const followers = new Map<number, typeof entries>();
  for (const entry of entries) {
    for (const cue of entry.part.cues) followers.set(cue, [...(followers.get(cue) ?? []), entry]);
  }
  let before: readonly number[] = [];
  let lit = '';

  return ({ progress }, light) => {
    const lights = `${String(light.beat)} ${light.person ?? ''}`;
    // While a beat is read, nothing moves.
    let moves = before.length !== progress.length || lights !== lit;
    if (lights !== lit) for (const entry of mindful) entry.stale = true;
    lit = lights;
    for (let cue = 0; cue < progress.length; cue++) {
      if (progress[cue] === before[cue]) continue;
      moves = true;
      for (const entry of followers.get(cue) ?? []) entry.stale = true;
    }
    before = progress;
    if (!moves) return false;
    let changed = false;
    for (const entry of entries) {
      if (!entry.stale) continue;
      entry.stale = false;
      for (let index = 0; index < entry.now.length; index++) {
        entry.now[index] = progress[entry.part.cues[index] ?? -1] ?? 0;
      }
      changed = entry.part.paint(entry.now, light) || changed;
    }
    return changed;
  };
}
