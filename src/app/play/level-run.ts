import '../../screens/style/level.css';
import type { SavedPlay } from '../../progress/index.ts';
import { play as playSound } from '../../stage/sound.ts';
import { discern, type Level, type WatchedPlay } from '../../engine/index.ts';
import type { DebriefModel } from '../../screens/debrief/debrief.ts';
import type { ScreenController, ControllerContext } from './screen-controller.ts';
import { deskController } from './desk-controller.ts';
import { beginFlow, flowOfFile, renewFlow, resumeFlow, retold, savedPlay, type Flow } from './flow.ts';
import type { PlayMemory } from './play-memory.ts';
import { briefingController, debriefController } from './page-controllers.ts';
import { revealController } from './reveal-controller.ts';

/** One level while it is on the screen: where the player is in it, and the controller that shows that. */
export interface LevelRun {
  level(): Level;
  controller(): ScreenController;
  /** The level says more now: in another language. */
  retell(level: Level): void;
  /** The file of the level was changed: it goes on with the new one, at the same step where that is possible. */
  renew(level: Level): void;
  close(): void;
}

/** What a run asks of the page around it. */
export interface RunContext {
  readonly root: HTMLElement;
  readonly memory: PlayMemory;
  draw(): void;
  /** The player is at another stage: its screen is drawn, and takes title and focus. */
  enter(): void;
  openSettings(): void;
  /** Where the debrief leads on to; null after the last level. */
  next(level: Level): DebriefModel['next'];
  /** The player has earned the certificate of the course that the level belongs to. */
  certified(): boolean;
  /** The level belongs to the first chapter of its course. */
  firstChapter(): boolean;
}

/** The time from the debrief's first sight to its stamp; the style sheet has the same. */
const STRIKE_MS = 480;

/** A record from an older version of the page must not keep a level from opening. */
function resumed(level: Level, saved: SavedPlay): Flow {
  try {
    return resumeFlow(level, saved);
  } catch {
    return beginFlow(level);
  }
}

/**
 * Opens a level where it was left.
 *
 * @param asked the player asked for it just now: one that was played to its end begins once more, instead of showing its debrief
 * @param guest a play from a file, which is watched and never kept; null for the player's own
 */
export function openLevelRun(
  opened: Level,
  around: RunContext,
  asked: boolean,
  guest: WatchedPlay | null = null,
): LevelRun {
  const saved = guest ? null : around.memory.load();
  const own = () => (saved && !(asked && saved.stage === 'debrief') ? resumed(opened, saved) : beginFlow(opened));
  let flow = guest ? flowOfFile(opened, guest.play) : own();
  let watching = guest;
  let strike: ReturnType<typeof setTimeout> | undefined;

  const context: ControllerContext = {
    root: around.root,
    flow: () => flow,
    go(next) {
      if (next === flow) return;
      const moved = next.stage !== flow.stage;
      // To watch everything again does not finish it again.
      const finished = next.stage === 'debrief' && flow.stage === 'replay' && !flow.wholeStory;
      flow = next;
      keep(finished);
      if (!moved) {
        around.draw();
        return;
      }
      changeController();
      around.enter();
      clearTimeout(strike);
      if (flow.stage === 'debrief') strike = setTimeout(() => playSound('stamp'), STRIKE_MS);
    },
    draw: () => around.draw(),
    openSettings: () => around.openSettings(),
    guest: () => watching,
    firstChapter: () => around.firstChapter(),
  };

  const controllerOf = ({ stage, level }: Flow): ScreenController => {
    switch (stage) {
      case 'briefing':
        return briefingController(context);
      case 'desk':
        return deskController(context);
      case 'replay':
        return revealController(context);
      case 'debrief':
        return debriefController(context, () => ({
          next: around.next(level),
          certified: !watching && around.certified(),
        }));
    }
  };

  const keep = (finished: boolean) => {
    // Who tries again after watching begins a play of their own.
    if (flow.play.log.length === 0) watching = null;
    if (watching) return;
    around.memory.keep(savedPlay(flow));
    if (!finished) return;
    const { level } = flow;
    const { outcome, routing } = flow.play;
    const { stars, score } = outcome;
    const discernment = discern(level, routing);
    around.memory.finish({ level: level.id, rule: level.lesson.rule, stars, score, routing, discernment });
  };

  const changeController = () => {
    controller.close?.();
    controller = controllerOf(flow);
  };

  let controller = controllerOf(flow);
  if (asked) playSound('open');
  return {
    level: () => flow.level,
    controller: () => controller,
    retell(told) {
      flow = retold(flow, told);
    },
    renew(level) {
      if (level === flow.level) return;
      const { stage } = flow;
      flow = renewFlow(flow, level);
      changeController();
      if (flow.stage === stage) around.draw();
      else around.enter();
    },
    close() {
      clearTimeout(strike);
      controller.close?.();
    },
  };
}
