import { bestRouting, whatIf, type Change, type Routing, type WhatIf } from '../../engine/index.ts';
import { whatIfSummary, type WhatIfActions, type WhatIfModel } from '../../screens/replay/what-if.ts';
import type { Flow } from './flow.ts';

export interface WhatIfController {
  /** null while it is closed. */
  model(): WhatIfModel | null;
  readonly actions: WhatIfActions;
}

/**
 * Controls the what-if dialog. It keeps its own changes, and never changes the play.
 * @param flow the level and its play, as they are now
 * @param watch shows an alternative story in the picture
 * @param say announces a text
 */
export function whatIfController(
  flow: () => Pick<Flow, 'level' | 'play'>,
  draw: () => void,
  watch: (supposed: WhatIf) => void,
  say: (text: string) => void,
): WhatIfController {
  let open = false;
  let played: WhatIf | null = null;
  let base: Routing | null = null;
  let changes: readonly Change[] = [];
  let supposed: WhatIf | null = null;
  let best: WhatIf | null = null;

  const sent = () => flow().play.routing;

  const suppose = (from: Routing | null, next: readonly Change[]) => {
    base = from;
    changes = next;
    supposed = whatIf(flow().level, base ?? sent(), changes);
    played ??= whatIf(flow().level, sent(), []);
    say(whatIfSummary(played, supposed));
    draw();
  };

  return {
    model() {
      if (!open) return null;
      played ??= whatIf(flow().level, sent(), []);
      supposed ??= played;
      return { played, supposed, best: best !== null && same(supposed.routing, best.routing) };
    },
    actions: {
      open() {
        open = true;
        draw();
      },
      close() {
        open = false;
        draw();
      },
      lay: (desk, contact, field) => suppose(base, [...changes, { desk, contact, field }]),
      takeBest() {
        best ??= whatIf(flow().level, bestRouting(flow().level).routing, []);
        suppose(best.routing, []);
      },
      reset: () => suppose(null, []),
      watch() {
        if (!supposed) return;
        open = false;
        watch(supposed);
      },
    },
  };
}

const same = (one: Routing, other: Routing) => JSON.stringify(one) === JSON.stringify(other);
