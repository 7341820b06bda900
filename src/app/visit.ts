import '../screens/style/level.css';
import { textOf } from '../i18n/index.ts';
import { loadPlay, saveFinished, savePlay, type SavedPlay } from '../progress/index.ts';
import { play as playSound } from '../stage/sound.ts';
import { discern } from '../engine/discernment.ts';
import type { Level } from '../engine/level.ts';
import type { Play } from '../engine/play.ts';
import type { Act, Place } from './act.ts';
import { deskAct } from './desk-act.ts';
import { beginFlow, flowOfFile, resumeFlow, retold, savedPlay, type Flow } from './flow.ts';
import { briefingAct, debriefAct } from './page-acts.ts';
import { revealAct } from './reveal-act.ts';

/** One level while it is on the screen: where the player is in it, and the act that shows that. */
export interface Visit {
  readonly level: string;
  act(): Act;
  /** The level says more now: in another language. */
  retell(level: Level): void;
  close(): void;
}

/** What a visit asks of the page around it. */
export interface Surroundings {
  readonly root: HTMLElement;
  draw(): void;
  /** Another act is there: it is drawn, and those who do not see it are told. */
  enter(): void;
  openSettings(): void;
  levelAfter(id: string): Level | null;
}

/** The stamp on the debrief comes down so long after its first sight, as in its style sheet. */
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
 * @param guest a play from a file, which is watched and never kept; null for the player's own
 * @param anew begins a level that was played to its end once more, instead of showing its debrief
 */
export function openVisit(level: Level, around: Surroundings, anew: boolean, guest: Play | null = null): Visit {
  const saved = guest ? null : loadPlay(level.id);
  const own = () => (saved && !(anew && saved.stage === 'debrief') ? resumed(level, saved) : beginFlow(level));
  let flow = guest ? flowOfFile(level, guest) : own();
  let watching = guest !== null;
  let strike: ReturnType<typeof setTimeout> | undefined;

  const place: Place = {
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
      act.close?.();
      act = actOf(flow);
      around.enter();
      clearTimeout(strike);
      if (flow.stage === 'debrief') strike = setTimeout(() => playSound('stamp'), STRIKE_MS);
    },
    draw: () => around.draw(),
    openSettings: () => around.openSettings(),
    guest: () => watching,
  };

  const next = () => {
    const after = around.levelAfter(level.id);
    return after && { id: after.id, title: textOf(after.title) };
  };

  const actOf = ({ stage }: Flow): Act => {
    switch (stage) {
      case 'briefing':
        return briefingAct(place);
      case 'desk':
        return deskAct(place);
      case 'replay':
        return revealAct(place);
      case 'debrief':
        return debriefAct(place, next);
    }
  };

  const keep = (finished: boolean) => {
    // Who tries again after watching begins a play of their own.
    watching &&= flow.play.log.length > 0;
    if (watching) return;
    const { log, stage } = savedPlay(flow);
    savePlay(level.id, log, stage);
    const { outcome, routing } = flow.play;
    if (!finished) return;
    const { stars, score } = outcome;
    const discernment = discern(level, routing);
    saveFinished({ level: level.id, rule: level.lesson.rule, stars, score, routing, discernment }, Date.now());
  };

  let act = actOf(flow);
  return {
    level: level.id,
    act: () => act,
    retell(told) {
      flow = retold(flow, told);
    },
    close() {
      clearTimeout(strike);
      act.close?.();
    },
  };
}
