import type { LessonRule } from '../../engine/index.ts';
import type { Language, Situation } from '../../engine/compose/index.ts';
import { dropRound, loadRound, saveRound } from '../../progress/composed.ts';
import { withClock } from '../../screens/practice/clock.ts';
import { startScreen } from '../../screens/practice/start.ts';
import type { Screen } from '../play/screen-controller.ts';
import type { PageContext } from '../pages/page-controller.ts';
import { beginRound, clockTime, nextEmail } from './round.ts';
import { roundController, type RoundContext, type RoundController, type RoundOptions } from './round-controller.ts';
import { openRoundHistory, type RoundPlace } from './round-history.ts';
import { resumeRound, savedRound, type BegunRound } from './saved-round.ts';
import { storyMinutes } from './work-clock.ts';

/** Milliseconds between two updates of the clock. */
const CLOCK_MS = 5000;

/** One kind of practice. */
export interface Practice extends RoundOptions {
  /** The name under which its round is kept. */
  readonly name: string;
  readonly title: () => string;
  /** Some paragraphs about it. */
  readonly lead: () => readonly string[];
  /** True if the player may switch on the working-day clock. */
  readonly clock: boolean;
  /** True if a new round may begin while another is under way. */
  readonly renews: boolean;
  /** Returns the situations of a round. Only their words depend on the language. */
  readonly compose: (seed: string, language: Language) => Situation[];
  /** Returns a seed for a new round. */
  readonly seed: () => string;
  /** False for a round of yesterday, which nobody continues. */
  readonly continues: (seed: string) => boolean;
  /** The rule that a round is about, if it is about one. */
  readonly rule?: () => LessonRule;
  /** Returns the screen instead of the start, if the practice counts only once and has been played; null to begin. */
  readonly played: () => Screen | null;
  /** Leaves without beginning; only where that is kept. */
  readonly skip?: () => void;
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
  retell(language: Language): void;
  close(): void;
}

export function practiceRun(
  practice: Practice,
  told: Language,
  around: Pick<PageContext, 'root' | 'draw' | 'enter' | 'openSettings'>,
): PracticeRun {
  let language = told;
  let seed = '';
  let round: RoundController | null = null;
  /** True while the start of the page is on the screen, although a round may be under way. */
  let atStart = true;
  let wantsClock = false;
  let clock: { readonly since: number; readonly timer: ReturnType<typeof setInterval> } | null = null;

  const stopClock = () => {
    clearInterval(clock?.timer);
    clock = null;
  };
  /** @param gone the milliseconds that it has run before */
  const startClock = (gone: number) => {
    stopClock();
    wantsClock = true;
    clock = { since: performance.now() - gone, timer: setInterval(around.draw, CLOCK_MS) };
  };
  const clockRun = () => (clock ? performance.now() - clock.since : null);
  const time = () => {
    const run = clockRun();
    return run === null ? null : storyMinutes(run);
  };

  const keep = (begun: BegunRound) => {
    const run = clockRun();
    const rule = practice.rule?.();
    saveRound(
      practice.name,
      { ...savedRound(begun, seed), ...(rule && { rule }), ...(run !== null && { clock: run }) },
      Date.now(),
    );
  };

  const open = (begun: BegunRound) => {
    round?.close?.();
    round = roundController(begun, practice, {
      root: around.root,
      draw: around.draw,
      enter: around.enter,
      openSettings: around.openSettings,
      moved: (place, how) => history[how](seed, place),
      keep,
      sent: practice.sent,
      end(ended) {
        stopClock();
        return practice.end(ended, start);
      },
      endTitle: practice.title,
      clock: time,
    });
    atStart = false;
  };

  const start = () => {
    seed = practice.seed();
    stopClock();
    if (wantsClock) startClock(0);
    open({ round: beginRound(practice.compose(seed, language)), email: null });
    round?.goOn();
  };

  /** Opens the round that is kept, without showing it yet; false when there is none. */
  const resume = (): boolean => {
    const saved = loadRound(practice.name);
    if (!saved || !practice.continues(saved.seed)) return false;
    const begun = resumeRound(practice.compose(saved.seed, language), saved);
    if (!begun) {
      // Another version of the page composed other emails from this seed.
      dropRound(practice.name);
      return false;
    }
    ({ seed } = saved);
    // It counts as sent because the page was closed before the time to undo was over.
    if (begun.round.sent.length > saved.recorded) practice.sent(begun.round);
    if (saved.clock !== undefined && nextEmail(begun.round)) startClock(saved.clock);
    open(begun);
    return true;
  };

  const backTo = (place: RoundPlace): boolean => {
    if (!round?.back(place)) return false;
    atStart = false;
    return true;
  };

  const history = openRoundHistory(practice.name, (of, place) => {
    if (of === seed && backTo(place)) return;
    if (of === seed && place.kind !== 'start') {
      history.skip();
      return;
    }
    round?.pause();
    atStart = true;
    around.enter();
  });

  const arrive = () => {
    const place = resume() ? history.placeOf(seed) : null;
    // After a reload, the round is where it was; a link shows the start first.
    if (place && place.kind !== 'start') {
      if (!backTo(place)) round?.goOn();
      return;
    }
    atStart = true;
    if (!place) history.replace(seed, { kind: 'start' });
  };
  arrive();

  /** The round that the start can continue; null when none is under way. */
  const underWay = () => (round && nextEmail(round.round()) ? round : null);

  const beginning = (): Screen => {
    const waiting = underWay();
    return startScreen(
      {
        title: practice.title(),
        lead: practice.lead(),
        clock: practice.clock && !waiting ? wantsClock : null,
        waiting: waiting && { number: waiting.round().sent.length + 1, of: waiting.round().situations.length },
        renews: practice.renews,
        skips: practice.skip !== undefined && !waiting,
      },
      {
        start,
        goOn() {
          atStart = false;
          round?.goOn();
        },
        skip: () => practice.skip?.(),
        setClock(on) {
          wantsClock = on;
          around.draw();
        },
        openSettings: around.openSettings,
      },
    );
  };

  return {
    screen() {
      const screen = round && !atStart ? round.screen() : (practice.played() ?? beginning());
      const now = atStart ? null : time();
      return now === null ? screen : withClock(screen, clockTime(now));
    },
    title: () => (round && !atStart ? round.title() : practice.title()),
    drawn: () => (atStart ? undefined : round?.drawn?.()),
    fields: () => (atStart ? null : (round?.fields?.() ?? null)),
    retell(next) {
      language = next;
      if (round) round.retell(practice.compose(seed, language));
    },
    close() {
      stopClock();
      history.close();
      round?.close?.();
      round = null;
    },
  };
}
