import type { Level } from '../../engine/index.ts';
import { t, textOf } from '../../i18n/index.ts';
import { bestRows, type BestRow } from '../../screens/debrief/best-rows.ts';
import { briefingScreen } from '../../screens/play/briefing.ts';
import { debriefScreen, type DebriefModel } from '../../screens/debrief/debrief.ts';
import { loadProgress } from '../../progress/index.ts';
import type { ScreenController, ControllerContext } from './screen-controller.ts';
import { prepareCanvas } from './canvas.ts';
import { readSession } from '../course/session-link.ts';
import { isPresenting } from '../shell/presenter.ts';
import { resultCodeController } from '../room/result-code-controller.ts';
import { avoidedController } from './avoided-controller.ts';
import { beginFlow, toStage, watchAgain, watchAvoided, type Flow } from './flow.ts';

/** The briefing: who the player is, and who the people are. */
export function briefingController(context: ControllerContext): ScreenController {
  prepareCanvas();
  const newcomer = Object.keys(loadProgress().results).length === 0;
  const begun = () => context.flow().play.log.length > 0;
  return {
    title: () => textOf(context.flow().level.title),
    screen: () =>
      briefingScreen(
        {
          level: context.flow().level,
          contacts: context.flow().play.desk?.contacts ?? [],
          fields: context.flow().play.desk?.fields ?? [],
          begun: begun(),
          newcomer,
          helps: context.helps !== false,
        },
        {
          toDesk: () => context.go(toStage(context.flow(), 'desk')),
          startOver: () => context.go(beginFlow(context.flow().level)),
          openSettings: () => context.openSettings(),
        },
      ),
  };
}

/**
 * The debrief: what the mails led to, and what would have been best.
 *
 * @param onward returns where the debrief leads
 */
export function debriefController(
  context: ControllerContext,
  onward: () => Pick<DebriefModel, 'next' | 'certified'> & { readonly firstTry: boolean },
): ScreenController {
  let rows: { readonly of: Level; readonly rows: readonly BestRow[] } | null = null;
  const rowsOf = ({ level, play }: Flow) => {
    if (rows?.of !== level) rows = { of: level, rows: bestRows(level, play.routing) };
    return rows.rows;
  };
  const avoided = avoidedController(() => context.flow());
  const code = resultCodeController(context);
  // After the first try the player gets a hint, and the best way only on request.
  let asked = false;
  const heldBack = (firstTry: boolean) => firstTry && !asked && context.flow().play.outcome.deductions.length > 0;
  return {
    title: () => t('debrief.title', { title: textOf(context.flow().level.title) }),
    screen: () => {
      const { firstTry, ...ways } = onward();
      return debriefScreen(
        {
          level: context.flow().level,
          outcome: context.flow().play.outcome,
          rows: heldBack(firstTry) ? null : rowsOf(context.flow()),
          avoids: avoided.story() !== null,
          code: code(),
          toRoom: isPresenting() && readSession(location.search).room !== null,
          ...ways,
        },
        {
          showBest() {
            asked = true;
            context.draw();
          },
          again: () => context.go(toStage(beginFlow(context.flow().level), 'desk')),
          replay: () => context.go(watchAgain(context.flow())),
          watchAvoided: () => context.go(watchAvoided(context.flow())),
          openSettings: () => context.openSettings(),
        },
      );
    },
  };
}
