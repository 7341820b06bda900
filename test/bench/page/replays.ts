/** Whole replays, as the game plays them. */
import type { Level } from '../../../src/engine/level/level.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import type { Routing } from '../../../src/engine/mail/routing.ts';
import { setLanguage } from '../../../src/i18n/index.ts';
import type { Speed } from '../../../src/replay/model.ts';
import { openReplay } from '../../../src/replay/replay.ts';
import { createStage, type Stage } from '../../../src/stage/stage.ts';
import { hostElement, type Running } from './running.ts';

export interface Played extends Running {
  /** Resolves when the last beat was shown. */
  readonly ended: Promise<void>;
}

/** Opens a replay on a stage and plays it to its end. */
function playOn(stage: Stage, level: Level, routing: Routing, speed: Speed): Promise<Played> {
  return new Promise((resolve, reject) => {
    let ended = () => {};
    const end = new Promise<void>((done) => {
      ended = done;
    });
    let first = true;
    const shown = openReplay(
      stage,
      { level, routing, outcome: simulate(level, routing), from: 0 },
      {
        onChange(status) {
          if (first) resolve({ ended: end, stop: () => shown.close() });
          if (first) queueMicrotask(() => shown.setSpeed(speed));
          first = false;
          if (status.ended) ended();
        },
        onPick() {},
        onFail: reject,
      },
    );
  });
}

export async function runReplay(level: Level, routing: Routing, speed: Speed): Promise<Played> {
  await setLanguage('en');
  const host = hostElement();
  const stage = await createStage(host);
  const played = await playOn(stage, level, routing, speed);
  return {
    ended: played.ended,
    async stop() {
      await played.stop();
      stage.destroy();
      host.remove();
    },
  };
}

/** A stage that shows one replay after another, each for a few frames at its start and at its end. */
export async function openMany(level: Level, routing: Routing): Promise<{ show(): Promise<void> }> {
  await setLanguage('en');
  const host = hostElement();
  const stage = await createStage(host);
  const frame = () =>
    new Promise<void>((done) => {
      requestAnimationFrame(() => done());
    });
  return {
    async show() {
      const played = await playOn(stage, level, routing, 4);
      for (let frames = 0; frames < 5; frames++) await frame();
      await played.stop();
      await frame();
    },
  };
}
