import '../../screens/style/level.css';
import type { SavedPlay } from '../../progress/index.ts';
import { play as playSound } from '../../stage/sound.ts';
import { discern, playOfRouting, replayLog, type Level, type Play, type WatchedPlay } from '../../engine/index.ts';
import type { DebriefModel } from '../../screens/debrief/debrief.ts';
import type { ScreenController, ControllerContext } from './screen-controller.ts';
import { deskController } from './desk-controller.ts';
import {
  beginFlow,
  flowOfFile,
  flowOfResult,
  isFinish,
  judgedPredictions,
  renewFlow,
  resumeFlow,
  retold,
  savedPlay,
  type Flow,
} from './flow.ts';
import { backAtStage, settled } from './steps.ts';
import { openStepHistory, stageInHistory } from './step-history.ts';
import type { PlayMemory } from './play-memory.ts';
import { tellRoom } from '../room/room-link.ts';
import { briefingController, debriefController } from './page-controllers.ts';
import { revealController } from './reveal-controller.ts';

/** One level on the screen: its current step, and the controller that shows it. */
export interface LevelRun {
  level(): Level;
  controller(): ScreenController;
  /** Shows the level with its texts in another language. */
  retell(level: Level): void;
  /** Continues with the changed file of the level, at the same step if possible. */
  renew(level: Level): void;
  close(): void;
}

/** The part of the page that a run uses. */
export interface RunContext {
  readonly root: HTMLElement;
  readonly memory: PlayMemory;
  draw(): void;
  /** Called when the player reaches another stage, whose screen sets the title and takes the focus. */
  enter(): void;
  openSettings(): void;
  /** Where the debrief leads; null after the last level. */
  next(level: Level): DebriefModel['next'];
  /** True if the player has earned the certificate of the level's course. */
  certified(): boolean;
  /** True if the level belongs to the first chapter of its course. */
  firstChapter(): boolean;
  /** Called when the player begins their own play after watching a stored one. */
  began(): void;
}

/** How a level is opened. */
export type RunStart =
  /** The player chose it just now. A finished level starts again instead of showing its debrief. */
  | { readonly kind: 'asked' }
  /** Continues where the player left, after a reload or by the browser's Back and Forward. */
  | { readonly kind: 'left' }
  /** A play from a file, which is watched and never stored. */
  | { readonly kind: 'file'; readonly watched: WatchedPlay }
  /** Shows the stored result, and does not change it. */
  | { readonly kind: 'result' };

/** The time from opening the debrief to its stamp; the style sheet has the same. */
const STRIKE_MS = 480;

/** A record of an older version of the page must not prevent a level from opening. */
function resumed(level: Level, saved: SavedPlay): Flow {
  try {
    return resumeFlow(level, saved);
  } catch {
    return beginFlow(level);
  }
}

/**
 * The play behind the stored result; null when there is none, or the level has changed so that the play no longer ends.
 */
function keptResult(level: Level, memory: PlayMemory): Play | null {
  const last = memory.lastResult();
  if (!last) return null;
  try {
    const play = 'log' in last ? replayLog(level, last.log) : playOfRouting(level, last.routing);
    return play.beforeSend && !play.desk ? play : null;
  } catch {
    return null;
  }
}

/** Returns the first step of a run. */
function firstFlow(level: Level, memory: PlayMemory, start: RunStart): Flow {
  if (start.kind === 'file') return flowOfFile(level, start.watched.play);
  if (start.kind === 'result') {
    const play = keptResult(level, memory);
    return play ? flowOfResult(level, play) : beginFlow(level);
  }
  const saved = memory.load();
  if (!saved || (start.kind === 'asked' && saved.stage === 'debrief')) return beginFlow(level);
  const left = resumed(level, saved);
  const stage = start.kind === 'left' ? stageInHistory() : null;
  return stage === null || stage === left.stage ? left : backAtStage(left, stage);
}

/** Opens a level. */
export function openLevelRun(opened: Level, around: RunContext, start: RunStart): LevelRun {
  let flow = firstFlow(opened, around.memory, start);
  let watching = start.kind === 'file' ? start.watched : null;
  let reviewing = start.kind === 'result';
  const knowsAnswer = watching !== null || reviewing || around.memory.finishedBefore();
  let tries = 0;
  let strike: ReturnType<typeof setTimeout> | undefined;

  const context: ControllerContext = {
    root: around.root,
    flow: () => flow,
    go(next) {
      if (next === flow) return;
      const moved = next.stage !== flow.stage;
      const finished = isFinish(flow, next);
      if (!watching && !reviewing) tellRoom(flow, next);
      flow = next;
      if (moved) steps.add(flow.stage, flow);
      else steps.change(flow);
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
          firstTry: !knowsAnswer && tries < 2,
        }));
    }
  };

  const keep = (finished: boolean) => {
    // A player who tries again after watching begins their own play.
    const own = flow.play.log.length === 0;
    if (reviewing && own) around.began();
    if (own) watching = null;
    reviewing &&= !own;
    if (watching || reviewing) return;
    around.memory.keep(savedPlay(flow));
    if (!finished) return;
    tries += 1;
    const { level } = flow;
    const { outcome, routing } = flow.play;
    const { stars, score } = outcome;
    const discernment = discern(level, routing);
    const bets = judgedPredictions(flow).map(({ stake, right }) => ({ stake, right }));
    around.memory.finish({ level: level.id, rule: level.lesson.rule, stars, score, routing, discernment, bets });
  };

  const changeController = () => {
    controller.close?.();
    controller = controllerOf(flow);
  };

  let controller = controllerOf(flow);
  const steps = openStepHistory(flow.stage, flow, ({ stage, step }) => {
    const { level } = flow;
    const to = step ? settled(step) : backAtStage(flow, stage);
    flow = to.level === level ? to : renewFlow(to, level);
    keep(false);
    changeController();
    around.enter();
  });
  if (start.kind === 'asked') playSound('open');
  // A reload delivers what the player could still undo.
  if (!watching && !reviewing) tellRoom(null, flow);
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
      steps.close();
      controller.close?.();
    },
  };
}
