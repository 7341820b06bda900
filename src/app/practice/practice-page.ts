import type { Situation, SituationWords } from '../../engine/compose/index.ts';
import { withClock } from '../../screens/practice/clock.ts';
import { startScreen } from '../../screens/practice/start.ts';
import type { Screen } from '../play/screen-controller.ts';
import type { PageContext } from '../pages/page-controller.ts';
import { clockTime } from './round.ts';
import { roundController, type RoundContext, type RoundController, type RoundOptions } from './round-controller.ts';
import { storyMinutes } from './work-clock.ts';

/** Milliseconds between two updates of the clock. */
const CLOCK_MS = 5000;

/** One kind of practice. */
export interface Practice extends RoundOptions {
  readonly title: () => string;
  readonly lead: () => string;
  /** True if the player may switch on the working-day clock. */
  readonly clock: boolean;
  /** Returns the situations of a new round. Only their words depend on the language. */
  readonly compose: (seed: string, language: { readonly tag: string; readonly words: SituationWords }) => Situation[];
  /** Returns a seed for a new round. */
  readonly seed: () => string;
  /** Returns the last screen if the practice counts only once and has been played; null to begin. */
  readonly played: () => Screen | null;
  readonly sent: RoundContext['sent'];
  readonly end: (round: Parameters<RoundContext['end']>[0], again: () => void) => Screen;
}

/** A practice on the screen: its start, the round and its end. */
export interface PracticeRun {
  screen(): Screen;
  title(): string;
  drawn(): void;
  fields(): ReturnType<NonNullable<RoundController['fields']>>;
  /** Shows the practice in another language, whose words have arrived. */
  retell(language: { readonly tag: string; readonly words: SituationWords }): void;
  close(): void;
}

export function practiceRun(
  practice: Practice,
  told: { readonly tag: string; readonly words: SituationWords },
  around: Pick<PageContext, 'root' | 'draw' | 'enter' | 'openSettings'>,
): PracticeRun {
  let language = told;
  let seed = '';
  let round: RoundController | null = null;
  let wantsClock = false;
  let clock: { readonly since: number; readonly timer: ReturnType<typeof setInterval> } | null = null;

  const stopClock = () => {
    clearInterval(clock?.timer);
    clock = null;
  };

  const time = () => (clock ? storyMinutes(performance.now() - clock.since) : null);

  const start = () => {
    seed = practice.seed();
    round?.close?.();
    stopClock();
    round = roundController(practice.compose(seed, language), practice, {
      root: around.root,
      draw: around.draw,
      enter: around.enter,
      openSettings: around.openSettings,
      sent: practice.sent,
      end(ended) {
        stopClock();
        return practice.end(ended, start);
      },
      endTitle: practice.title,
      clock: time,
    });
    if (wantsClock) clock = { since: performance.now(), timer: setInterval(around.draw, CLOCK_MS) };
    around.enter();
  };

  const beginning = (): Screen =>
    startScreen(
      { title: practice.title(), lead: practice.lead(), clock: practice.clock ? wantsClock : null },
      {
        start,
        setClock(on) {
          wantsClock = on;
          around.draw();
        },
        openSettings: around.openSettings,
      },
    );

  return {
    screen() {
      const screen = round ? round.screen() : (practice.played() ?? beginning());
      const now = time();
      return now === null ? screen : withClock(screen, clockTime(now));
    },
    title: () => round?.title() ?? practice.title(),
    drawn: () => round?.drawn?.(),
    fields: () => round?.fields?.() ?? null,
    retell(next) {
      language = next;
      round?.retell(practice.compose(seed, language));
    },
    close() {
      stopClock();
      round?.close?.();
      round = null;
    },
  };
}
