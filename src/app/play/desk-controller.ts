import { announce } from '../../access/announce.ts';
import { canSend } from '../../engine/index.ts';
import { t, textOf } from '../../i18n/index.ts';
import { loadProgress, settings } from '../../progress/index.ts';
import { deskScreen, warningWords, type DeskActions, type DeskModel } from '../../screens/play/desk.ts';
import { sentNews } from '../../screens/play/snackbar.ts';
import { addressLineController } from './address-line-controller.ts';
import { showsFieldSigns } from './field-signs.ts';
import { hostIn, isCovered, type ScreenController, type ControllerContext } from './screen-controller.ts';
import { countdown, SKIPPED_MS, TAKE_BACK_MS, takeBackTime, type Countdown } from './countdown.ts';
import { predictionController } from './prediction-controller.ts';
import { deskCommand } from './desk-keys.ts';
import { openDeskCanvas, type DeskCanvas } from './desk-canvas.ts';
import {
  bridgeKind,
  command,
  crossBridge,
  deskOnScreen,
  mailsLeaving,
  newcomers,
  playOnDesk,
  toStage,
  watch,
  watchLeaving,
  type Flow,
} from './flow.ts';
import { isPresenting } from '../shell/presenter.ts';
import { tryAgain } from './canvas.ts';
import { deskWarning, publicCards } from './warning.ts';

/** In a text field, undo and redo belong to the text. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.value !== '';
}

/** Controls the desk: the canvas with its cards, and the mail program's bars around it. */
export function deskController(context: ControllerContext): ScreenController {
  let canvas: DeskCanvas | null = null;
  let state: 'loading' | 'ready' | 'failed' = 'loading';
  let time: Countdown | null = null;
  let held = false;
  /** How long the mails that were just sent can be undone. */
  let backTime: keyof typeof TAKE_BACK_MS = 'short';
  let askedInVain = false;
  const warning = deskWarning();
  warning.read(context.flow());
  /** How the player pressed Send, while the audience votes; null otherwise. */
  let voting: { readonly byPointer: boolean } | null = null;

  const play = () => playOnDesk(context.flow());
  /** Passes on a move, and announces the warning that it causes. */
  const give = (given: Parameters<typeof command>[1]) => {
    const next = command(context.flow(), given);
    if (next === context.flow()) return;
    askedInVain = false;
    const before = warning.now()?.addresses;
    // Here rather than while drawing, because it asks the engine what sending would lead to.
    warning.read(next);
    context.go(next);
    const now = warning.now();
    if (now && now.addresses !== before) announce(`${t('desk.warning-label')}: ${warningWords(now)}`);
  };

  const line = addressLineController({
    level: () => context.flow().level,
    play,
    give,
    draw: () => context.draw(),
    say: announce,
    reveal() {
      context.root.querySelector('[data-suggested][aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    },
  });

  const prediction = predictionController(context, (answered) => context.go(watch(answered)));
  /** True if the question is shown beside the undo button. A room answers it on a separate page. */
  const asks = () => !isPresenting() && context.flow().leaving !== null && prediction.asks();

  const focus = (selector: string) => context.root.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  /** Focuses the last card again, before the focused element disappears. */
  const focusCards = () => focus('[data-contact][tabindex="0"]');

  const takeBack = () => {
    time?.stop();
    time = null;
    canvas?.unsend();
    // The focus has to move before the undo button disappears.
    focus('[data-send]');
    give({ type: 'unsend' });
  };

  const leave = (type: 'send' | 'skip', byPointer: boolean) => {
    if (context.flow().leaving) return;
    give({ type });
    if (!context.flow().leaving) return;
    held = false;
    // A player who is asked for a prediction may take time to think, so the countdown waits.
    backTime = takeBackTime(byPointer && !asks(), settings.get().takeBack);
    context.draw();
    const flown = type === 'send' && backTime === 'short' && !isPresenting();
    const wait = type === 'skip' && backTime === 'short' ? SKIPPED_MS : TAKE_BACK_MS[backTime];
    time = countdown(wait, () => context.go(flown ? watchLeaving(context.flow()) : watch(context.flow())));
    announce(sentNews({ mails: mailsLeaving(context.flow()) ?? 0, time: backTime, asks: asks() }));
    if (type === 'send') void canvas?.send();
    if (!byPointer) focus('[data-take-back]');
  };

  /** An audience votes before it sends. */
  const send = (byPointer: boolean) => {
    if (!context.flow().leaving && !canSend(play())) {
      askedInVain = true;
      announce(t('desk.send-empty'));
      context.draw();
      return;
    }
    if (!isPresenting() || context.flow().leaving) {
      leave('send', byPointer);
      return;
    }
    voting = { byPointer };
    context.draw();
  };

  const endVote = (sent: boolean) => {
    const byPointer = voting?.byPointer ?? false;
    voting = null;
    context.draw();
    if (sent) leave('send', byPointer);
    else focus('[data-send]');
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isCovered()) return;
    const leaving = context.flow().leaving !== null;
    if (leaving && (event.key === 'Escape' || deskCommand(event) === 'send')) {
      event.preventDefault();
      context.go(watch(context.flow()));
      return;
    }
    const given = deskCommand(event);
    if (!given || (given !== 'send' && isTyping(event.target))) return;
    event.preventDefault();
    if (given === 'send') send(false);
    else if (leaving) {
      if (given === 'undo') takeBack();
    } else give({ type: given });
  };
  document.addEventListener('keydown', onKey);

  const actions: DeskActions = {
    toBriefing: () => context.go(toStage(context.flow(), 'briefing')),
    undo: () => give({ type: 'undo' }),
    redo: () => give({ type: 'redo' }),
    send,
    skip: (byPointer) => leave('skip', byPointer),
    openSettings: () => context.openSettings(),
    useBcc() {
      focusCards();
      give({ type: 'place', contacts: publicCards(play()), field: 'bcc' });
    },
    keepPublic() {
      focusCards();
      warning.accept();
      context.draw();
    },
    takeBack,
    watch: () => context.go(watch(context.flow())),
    holdTime(hold) {
      if (!time || hold === held) return;
      held = hold;
      time.hold(hold);
      context.draw();
    },
    addressLine: line.actions,
    prediction: prediction.actions,
    vote: { goOn: () => endVote(true), back: () => endVote(false) },
    crossBridge: () => context.go(crossBridge(context.flow())),
    retry() {
      state = 'loading';
      tryAgain(() => {
        canvas?.close();
        canvas = null;
        context.draw();
      });
    },
  };

  // Read only once, because no level is finished here while the desk is open.
  const { latest } = loadProgress();
  const signs = () =>
    context.helps !== false &&
    showsFieldSigns({
      always: settings.get().fieldSigns,
      firstChapter: context.firstChapter(),
      breach: play().outcome.breach,
      latest,
    });

  const subject = () => {
    const { level } = context.flow();
    const desk = deskOnScreen(context.flow());
    const first = level.mails.find(({ id }) => id === desk?.mails[0]);
    return desk && level.mails[0]?.id !== first?.id && first ? textOf(first.subject) : textOf(level.title);
  };

  const bridgeTo = (flow: Flow): DeskModel['bridge'] => {
    const kind = bridgeKind(flow);
    if (kind === null) return null;
    const fresh = newcomers(flow);
    return { kind, level: flow.level, newcomers: flow.level.contacts.filter(({ id }) => fresh.includes(id)) };
  };

  return {
    title: () => t('desk.title', { title: textOf(context.flow().level.title) }),
    fields: () => play().desk?.fields ?? null,
    screen() {
      const flow = context.flow();
      const mails = mailsLeaving(flow);
      return deskScreen(
        {
          title: subject(),
          canUndo: mails === null && play().past.length > 0,
          canRedo: mails === null && play().future.length > 0,
          canSend: mails === null && canSend(play()),
          askedInVain,
          canSkip: mails === null && (play().desk?.optional ?? false),
          warning: warning.now(),
          canUseBcc: play().desk?.fields.includes('bcc') ?? false,
          addressLine: mails === null ? line.model() : null,
          sent: mails === null ? null : { mails, held, time: backTime, asks: asks() },
          prediction: asks() ? prediction.model() : null,
          bridge: bridgeTo(flow),
          voting: voting !== null,
          state,
        },
        actions,
      );
    },
    drawn() {
      const host = hostIn(context.root);
      if (state === 'failed' || !host) return;
      if (canvas) {
        canvas.show(context.flow(), signs());
        return;
      }
      canvas = openDeskCanvas(host, context.flow(), signs(), give, (next) => {
        state = next;
        context.draw();
      });
    },
    close() {
      document.removeEventListener('keydown', onKey);
      line.close();
      time?.stop();
      time = null;
      canvas?.close();
    },
  };
}
