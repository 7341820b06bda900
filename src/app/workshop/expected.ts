import { simulate, tryDesks, type Level, type Routing, type Trial } from '../../engine/index.ts';
import type { ExpectedModel, Verdict } from '../../screens/workshop/expected-section.ts';
import type { Draft } from '../../workshop/draft.ts';
import { wayOf, type Way } from '../../workshop/expectations.ts';
import { placementIn } from './placement-in.ts';

/** What lies on the desks, as a way that the author expects something of. */
export function wayOnDesk({ desks }: Trial): Way {
  return Object.fromEntries(desks.map(({ desk, placement }) => [desk.id, placement]));
}

/** Addresses a level in a way; emails that it does not name as in the best routing, if that is known. */
export function tryWay(level: Level, way: Way, best: Routing): Trial {
  return tryDesks(level, (desk) => {
    const names = [desk.id, ...desk.mails];
    const named = names.map((name) => way[name]).find((placed) => placed !== undefined);
    return named ?? placementIn(best, desk);
  });
}

/** What the engine makes of each way that the author expects something of. */
export function expectedModel(draft: Draft, level: Level | null, best: Routing): ExpectedModel {
  const verdicts = (draft.expectations ?? []).map((_, index): Verdict | null => {
    const trial = level && tryWay(level, wayOf(draft, index), best);
    if (!level || !trial?.whole) return null;
    const { score, stars } = simulate(level, trial.routing);
    return { score, stars };
  });
  return { verdicts };
}
