import type { Situation } from '../../engine/compose/index.ts';
import { betweenScreen } from '../../screens/practice/between.ts';
import { briefingController } from '../play/page-controllers.ts';
import { deskController } from '../play/desk-controller.ts';
import { beginFlow, retold, toStage, watchAgain, type Flow } from '../play/flow.ts';
import { replayController } from '../play/replay-controller.ts';
import type { ControllerContext, Screen, ScreenController } from '../play/screen-controller.ts';
import { settled } from '../play/steps.ts';
import { t } from '../../i18n/index.ts';
import type { RoundPlace } from './round-history.ts';
import type { BegunRound } from './saved-round.ts';
import { answered, clockTime, costliest, nextEmail, returning, timeOfEmail, worstOf, type Round } from './round.ts';

/** The part of the page that a round uses. */
export interface RoundContext {
  readonly root: HTMLElement;
  readonly draw: () => void;
  /** Shows another screen, which sets the title and takes the focus. */
  readonly enter: () => void;
  readonly openSettings: () => void;
  /** The player has reached a place. They can return to the place before, unless it is replaced. */
  readonly moved: (place: RoundPlace, how: 'add' | 'replace') => void;
  /** Keeps the round on the device. */
  readonly keep: (begun: BegunRound) => void;
  /** Called when an email has been sent for good, before the player sees how it went. */
  readonly sent: (round: Round) => void;
  /** The screen after the last email. */
  readonly end: (round: Round) => Screen;
  readonly endTitle: () => string;
  /** The time on the clock, in minutes after midnight; null without a clock. */
  readonly clock: () => number | null;
}

export interface RoundOptions {
  /** True to say after each email what followed. */
  readonly tells: boolean;
  /** Which email is replayed at the end: the one that went worst, the last one, or none. */
  readonly replays: 'worst' | 'last' | 'none';
  /** False if nothing explains the fields. */
  readonly helps: boolean;
}

export interface RoundController extends ScreenController {
  readonly round: () => Round;
  /** Continues where the round is, after the start of the page was shown. */
  readonly goOn: () => void;
  /** The start of the page covers the round; a send that was still pending is undone. */
  readonly pause: () => void;
  /**
   * Shows a place that Back or Forward leads to.
   * @returns false when it cannot be shown any more, such as the desk of an email that was sent
   */
  readonly back: (place: RoundPlace) => boolean;
  /** Replaces the situations by the same ones in another language. */
  readonly retell: (situations: readonly Situation[]) => void;
}

/** Plays composed emails one after another, on the desk that players know from the levels. */
export function roundController(
  begun: BegunRound,
  { tells, replays, helps }: RoundOptions,
  around: RoundContext,
): RoundController {
  let { round, email } = begun;
  let place: RoundPlace = { kind: 'start' };
  let replay: Flow | null = null;
  let controller: ScreenController | null = null;

  const current = () => (place.kind === 'replay' ? replay : email);
  const keep = () => around.keep({ round, email });

  const context: ControllerContext = {
    root: around.root,
    flow: () => {
      const flow = current();
      if (!flow) throw new Error('There is no email to answer.');
      return flow;
    },
    go(next) {
      const before = current();
      if (next === before) return;
      const moved = next.stage !== before?.stage;
      if (place.kind === 'replay') {
        replay = next;
        if (moved) show({ kind: 'end' }, 'add');
        else around.draw();
      } else if (next.stage === 'briefing' || next.stage === 'desk') {
        email = next;
        keep();
        if (moved) showEmail(next, 'add');
        else around.draw();
      } else send(next);
    },
    draw: around.draw,
    openSettings: around.openSettings,
    guest: () => null,
    firstChapter: () => false,
    predicts: false,
    helps,
    composed: true,
  };

  const send = (next: Flow) => {
    round = answered(round, next);
    email = null;
    around.sent(round);
    keep();
    // Nobody returns to the desk of an email that was sent, so its place in the history goes to what follows.
    if (tells) show({ kind: 'between', index: round.sent.length - 1 }, 'replace');
    else goOn('replace');
  };

  const goOn = (how: 'add' | 'replace') => {
    email ??= firstFlow(round);
    if (email) {
      keep();
      showEmail(email, how);
      return;
    }
    replay = toReplay();
    show({ kind: replay ? 'replay' : 'end' }, how);
  };

  const toReplay = (): Flow | null => {
    const last = replays === 'worst' ? worstOf(round) : replays === 'last' ? (round.sent.at(-1) ?? null) : null;
    return last && watchAgain(last);
  };

  const controllerOf = (): ScreenController | null => {
    if (place.kind === 'replay') return replayController(context);
    if (place.kind !== 'email') return null;
    return email?.stage === 'desk' ? deskController(context) : briefingController(context);
  };

  const showEmail = ({ stage }: Flow, how: 'add' | 'replace') =>
    show({ kind: 'email', index: round.sent.length, desk: stage === 'desk' }, how);

  const show = (next: RoundPlace, how: 'add' | 'replace' | 'back') => {
    place = next;
    controller?.close?.();
    controller = controllerOf();
    if (how !== 'back') around.moved(next, how);
    around.enter();
  };

  const settle = () => {
    if (!email?.leaving) return;
    email = settled(email);
    keep();
  };

  const canShow = (to: RoundPlace): boolean => {
    const ended = nextEmail(round) === null;
    switch (to.kind) {
      case 'start':
        return false;
      case 'email':
        return email !== null && to.index === round.sent.length;
      case 'between':
        return tells && to.index < round.sent.length;
      case 'replay':
        return ended && toReplay() !== null;
      case 'end':
        return ended;
    }
  };

  const between = (index: number): Screen => {
    const then: Round = { ...round, sent: round.sent.slice(0, index + 1) };
    const last = then.sent[index];
    if (!last) throw new Error('No email was sent.');
    const { level, play } = last;
    return betweenScreen(
      {
        time: clockTime(around.clock() ?? timeOfEmail(round, index + 1)),
        number: index + 1,
        of: round.situations.length,
        level,
        outcome: play.outcome,
        deduction: costliest(last),
        returned: returning(then).map(({ flow: before, as }) => ({ as, subject: before.level.title })),
        onward: nextEmail(round) ? 'email' : worstOf(round) && replays === 'worst' ? 'worst' : 'end',
      },
      { goOn: () => goOn('add'), openSettings: around.openSettings },
    );
  };

  return {
    round: () => round,
    goOn: () => goOn('add'),
    pause() {
      controller?.close?.();
      controller = null;
      settle();
    },
    back(to) {
      if (!canShow(to)) return false;
      settle();
      if (to.kind === 'email' && email) email = toStage(email, to.desk ? 'desk' : 'briefing');
      if (to.kind === 'replay') replay = toReplay();
      show(to, 'back');
      return true;
    },
    screen() {
      if (controller) return controller.screen();
      return place.kind === 'between' ? between(place.index) : around.end(round);
    },
    title() {
      if (controller) return controller.title();
      return place.kind === 'between' ? t('practice.between-title', { number: place.index + 1 }) : around.endTitle();
    },
    fields: () => controller?.fields?.() ?? null,
    drawn: () => controller?.drawn?.(),
    relabel: () => controller?.relabel?.(),
    close: () => controller?.close?.(),
    retell(told) {
      const again = (old: Flow) => {
        const level = told.find((one) => one.level.id === old.level.id)?.level;
        return level ? retold(old, level) : old;
      };
      round = { situations: told, sent: round.sent.map(again) };
      email = email && again(email);
      replay = replay && again(replay);
      controller?.relabel?.();
    },
  };
}

function firstFlow(round: Round): Flow | null {
  const email = nextEmail(round);
  return email && beginFlow(email.level);
}
