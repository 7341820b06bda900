import type { Situation } from '../../engine/compose/index.ts';
import { betweenScreen } from '../../screens/practice/between.ts';
import { briefingController } from '../play/page-controllers.ts';
import { deskController } from '../play/desk-controller.ts';
import { beginFlow, retold, watchAgain, type Flow } from '../play/flow.ts';
import { replayController } from '../play/replay-controller.ts';
import type { ControllerContext, Screen, ScreenController } from '../play/screen-controller.ts';
import { t } from '../../i18n/index.ts';
import {
  answered,
  beginRound,
  clockTime,
  costliest,
  nextEmail,
  returning,
  timeOfEmail,
  worstOf,
  type Round,
} from './round.ts';

/** The part of the page that a round uses. */
export interface RoundContext {
  readonly root: HTMLElement;
  readonly draw: () => void;
  /** Shows another screen, which sets the title and takes the focus. */
  readonly enter: () => void;
  readonly openSettings: () => void;
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
}

export interface RoundController extends ScreenController {
  readonly round: () => Round;
  /** Replaces the situations by the same ones in another language. */
  readonly retell: (situations: readonly Situation[]) => void;
}

/** Plays composed emails one after another, on the desk that players know from the levels. */
export function roundController(
  situations: readonly Situation[],
  { tells, replays }: RoundOptions,
  around: RoundContext,
): RoundController {
  let round = beginRound(situations);
  let place: 'email' | 'between' | 'replay' | 'end' = 'email';
  let flow: Flow | null = firstFlow(round);
  let controller: ScreenController | null = null;

  const context: ControllerContext = {
    root: around.root,
    flow: () => {
      if (!flow) throw new Error('There is no email to answer.');
      return flow;
    },
    go(next) {
      if (next === flow) return;
      const moved = next.stage !== flow?.stage;
      flow = next;
      if (!moved) around.draw();
      else if (place === 'replay') show('end');
      else if (next.stage === 'briefing' || next.stage === 'desk') show('email');
      else send(next);
    },
    draw: around.draw,
    openSettings: around.openSettings,
    guest: () => null,
    firstChapter: () => false,
    predicts: false,
  };

  const send = (next: Flow) => {
    round = answered(round, next);
    around.sent(round);
    if (tells) show('between');
    else goOn();
  };

  const goOn = () => {
    flow = firstFlow(round);
    if (flow) return show('email');
    const last = replays === 'worst' ? worstOf(round) : replays === 'last' ? (round.sent.at(-1) ?? null) : null;
    flow = last && watchAgain(last);
    show(flow ? 'replay' : 'end');
  };

  const controllerOf = (): ScreenController | null => {
    if (place === 'replay') return replayController(context);
    if (place !== 'email') return null;
    return flow?.stage === 'desk' ? deskController(context) : briefingController(context);
  };

  const show = (next: typeof place) => {
    place = next;
    controller?.close?.();
    controller = controllerOf();
    around.enter();
  };

  controller = controllerOf();

  const between = (): Screen => {
    const index = round.sent.length - 1;
    const last = round.sent[index];
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
        returned: returning(round).map(({ flow: before, as }) => ({ as, subject: before.level.title })),
        onward: nextEmail(round) ? 'email' : worstOf(round) && replays === 'worst' ? 'worst' : 'end',
      },
      { goOn, openSettings: around.openSettings },
    );
  };

  return {
    round: () => round,
    screen() {
      if (controller) return controller.screen();
      return place === 'between' ? between() : around.end(round);
    },
    title() {
      if (controller) return controller.title();
      return place === 'between' ? t('practice.between-title', { number: round.sent.length }) : around.endTitle();
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
      flow = flow && again(flow);
      controller?.relabel?.();
    },
  };
}

function firstFlow(round: Round): Flow | null {
  const email = nextEmail(round);
  return email && beginFlow(email.level);
}
