import type { Level } from '../../engine/index.ts';
import { t, textOf } from '../../i18n/index.ts';
import { bestRows, type BestRow } from '../../screens/debrief/best-rows.ts';
import { briefingScreen } from '../../screens/play/briefing.ts';
import { debriefScreen, type DebriefModel } from '../../screens/debrief/debrief.ts';
import { loadProgress } from '../../progress/index.ts';
import type { ScreenController, Place } from './screen-controller.ts';
import { beginFlow, toStage, watchAgain, type Flow } from './flow.ts';

/** The briefing: who the player is, and who the people are. */
export function briefingController(place: Place): ScreenController {
  const newcomer = Object.keys(loadProgress().results).length === 0;
  const begun = () => place.flow().play.log.length > 0;
  return {
    title: () => textOf(place.flow().level.title),
    screen: () =>
      briefingScreen(
        {
          level: place.flow().level,
          contacts: place.flow().play.desk?.contacts ?? [],
          fields: place.flow().play.desk?.fields ?? [],
          begun: begun(),
          newcomer,
        },
        {
          toDesk: () => place.go(toStage(place.flow(), 'desk')),
          startOver: () => place.go(beginFlow(place.flow().level)),
          openSettings: () => place.openSettings(),
        },
      ),
  };
}

/**
 * The debrief: what the mails led to, and what would have been best.
 *
 * @param onward where it leads on to
 */
export function debriefController(
  place: Place,
  onward: () => Pick<DebriefModel, 'next' | 'certified'>,
): ScreenController {
  let rows: { readonly of: Level; readonly rows: readonly BestRow[] } | null = null;
  const rowsOf = ({ level, play }: Flow) => {
    if (rows?.of !== level) rows = { of: level, rows: bestRows(level, play.routing) };
    return rows.rows;
  };
  return {
    title: () => t('debrief.title', { title: textOf(place.flow().level.title) }),
    screen: () =>
      debriefScreen(
        {
          level: place.flow().level,
          outcome: place.flow().play.outcome,
          rows: rowsOf(place.flow()),
          ...onward(),
        },
        {
          again: () => place.go(toStage(beginFlow(place.flow().level), 'desk')),
          replay: () => place.go(watchAgain(place.flow())),
          openSettings: () => place.openSettings(),
        },
      ),
  };
}
