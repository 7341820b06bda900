import { announce } from '../../access/announce.ts';
import type { WhatIf } from '../../engine/index.ts';
import { describeBeat, describeDisclosures } from '../../i18n/describe.ts';
import { describePrediction } from '../../i18n/describe-prediction.ts';
import { formatStoryTime, t, textOf } from '../../i18n/index.ts';
import type { Drawn, Replay, ReplayModel, ReplayStatus } from '../../replay/model.ts';
import { replayScreen, type Looking, type ReplayScreenActions } from '../../screens/replay/replay.ts';
import { foundWords } from '../../screens/replay/people.ts';
import type { Stage } from '../../stage/stage.ts';
import { hostIn, type ScreenController, type ControllerContext } from './screen-controller.ts';
import { afterReplay, afterWords, answeredPredictions, command, delivered, firstBeat, mailsLeaving } from './flow.ts';
import { avoidedController } from './avoided-controller.ts';
import { leftToTell } from './replay-end.ts';
import { replayExport } from './replay-export.ts';
import { whatIfController } from './what-if-controller.ts';
import { loadCanvas, loadReplay, tryAgain } from './canvas.ts';

/** Controls the replay: the canvas that shows the story, and the page that tells it. */
export function replayController(context: ControllerContext): ScreenController {
  const model = (): ReplayModel => {
    const { level, play } = context.flow();
    return { level, routing: play.routing, outcome: play.outcome, from: firstBeat(context.flow()) };
  };
  const next = afterWords(context.flow());
  /** The alternative story that the picture shows; null for the player's own. */
  let supposed: WhatIf | null = null;
  const avoided = avoidedController(() => context.flow());
  const supposedWords = () => supposed && (avoided.wordsOf(supposed) ?? t('what-if.shown'));
  const canAvoid = () =>
    !supposed && next === 'debrief' && (position?.ended === true || state === 'failed') && avoided.story() !== null;
  const shown = (): ReplayModel =>
    supposed ? { level: context.flow().level, routing: supposed.routing, outcome: supposed.outcome, from: 0 } : model();
  let drawing: { readonly openReplay: Awaited<ReturnType<typeof loadReplay>>; readonly stage: Stage } | null = null;
  let replay: Replay | null = null;
  let state: 'unopened' | 'loading' | 'ready' | 'failed' = 'unopened';
  let position: ReplayStatus | null = null;
  let marks: readonly number[] = [];
  let drawn: Drawn | null = null;
  let looking: Looking | null = null;
  let beside: Looking | null = null;
  let chosen: string | null = null;
  let query = '';
  let closed = false;
  /** True while the time to undo the send is paused, and the picture with it. */
  let held = false;
  let played = false;
  /** Delivers the mails: a player who looks at what follows can no longer undo the send. */
  const settle = () => context.go(delivered(context.flow()));

  const fail = () => {
    if (closed) return;
    state = 'failed';
    context.draw();
  };

  /** The beats of the current story that have been announced. */
  const told = new Set<number>();

  /** Announces a beat. */
  const tell = (index: number) => {
    const { level, outcome } = shown();
    const beat = outcome.beats[index];
    if (!beat) return;
    told.add(index);
    announce(`${formatStoryTime(beat.at)}: ${describeBeat(level, beat)}`);
  };

  /** Returns whether the predictions came true; none for an alternative story. */
  const answers = () =>
    supposed
      ? []
      : answeredPredictions(context.flow()).map((judged) => ({
          right: judged.right,
          text: describePrediction(context.flow().level, judged),
        }));

  const tellEnd = () => {
    const { outcome } = shown();
    const left = leftToTell(outcome, told);
    if (left === 'count') announce(describeDisclosures(outcome));
    else if (left !== null) tell(left);
    for (const { text } of answers()) announce(text);
    announce(t('replay.over'));
  };

  const open = async (host: HTMLElement) => {
    const [canvas, openReplay] = await Promise.all([loadCanvas(), loadReplay()]);
    if (closed) return;
    const stage = await canvas.stageIn(host);
    // The player may have moved on while the canvas was loading.
    if (closed) return;
    drawing = { openReplay, stage };
    start();
  };

  const start = () => {
    if (!drawing) return;
    const own = drawing.openReplay(drawing.stage, shown(), {
      onChange(status) {
        if (closed || own !== replay) return;
        if (status.beat !== position?.beat) tell(status.beat);
        if (status.ended && position?.ended === false) tellEnd();
        position = status;
        marks = own.marks;
        state = 'ready';
        if (status.beat > firstBeat(context.flow()) || status.ended) settle();
        context.draw();
      },
      onDrawn(count) {
        drawn = count;
        if (!closed) context.draw();
      },
      onPick(contact, index) {
        actions.choose(contact);
        // One person of a crowd is too small to look at in the picture.
        if ((context.flow().level.contacts.find(({ id }) => id === contact)?.people ?? 1) > 1) {
          actions.look({ contact, index, mail: null });
        }
      },
      onFail: fail,
    });
    replay = own;
  };

  /** Shows an alternative story from its beginning; null for the player's own. */
  const show = (story: WhatIf | null) => {
    supposed = story;
    told.clear();
    position = null;
    chosen = looking = beside = null;
    query = '';
    replay?.close();
    const words = supposedWords();
    if (words !== null) announce(words);
    start();
    context.draw();
  };

  const draw = () => context.draw();
  const whatIf = whatIfController(() => context.flow(), draw, show, announce);
  const take = replayExport(
    shown,
    () => context.flow().play.log,
    draw,
    context.composed === true,
    () => state === 'ready',
    () => (state === 'ready' ? (replay?.exportPicture() ?? null) : null),
  );

  const actions: ReplayScreenActions = {
    toggle: () => replay?.toggle(),
    step: (direction) => replay?.step(direction),
    jump(beat) {
      // The player wants to look at the beat.
      replay?.pause();
      replay?.jump(beat);
    },
    seek: (time) => replay?.seek(time),
    setSpeed: (speed) => replay?.setSpeed(speed),
    skip: () => replay?.skip(),
    look(at) {
      settle();
      if (at) replay?.pause();
      else beside = null;
      looking = at;
      context.draw();
    },
    lookBeside(at) {
      const opened = beside === null && at !== null;
      beside = at;
      context.draw();
      // On a narrow screen the second copy is below the first.
      if (opened) context.root.querySelector('[data-pane="beside"]')?.scrollIntoView({ block: 'start' });
    },
    saveMail: (at) => take.saveMail(at),
    choose(person) {
      settle();
      const before = chosen;
      chosen = person;
      if (person !== null) replay?.pause();
      replay?.choose(person);
      context.draw();
      // The list of people is far below the card, so the focus has to move.
      const focused = person === null ? `[data-choose="${before ?? ''}"]` : '[data-person-name]';
      context.root.querySelector<HTMLElement>(focused)?.focus();
    },
    search(text) {
      settle();
      query = text;
      context.draw();
      if (text.trim() !== '') announce(foundWords({ level: context.flow().level, outcome: shown().outcome, query }));
    },
    showPlayed: () => show(null),
    showAvoided: () => show(avoided.story()),
    goOn: () => context.go(afterReplay(context.flow())),
    openSettings: () => context.openSettings(),
    retry() {
      tryAgain(() => {
        state = 'unopened';
        context.draw();
      });
    },
    snackbar: {
      takeBack() {
        announce(t('board.back'));
        context.go(command(context.flow(), { type: 'unsend' }));
      },
      watch: null,
      holdTime(hold) {
        if (hold === held) return;
        held = hold;
        if (hold) {
          played = position?.playing ?? false;
          replay?.pause();
        } else if (played) replay?.play();
        context.draw();
      },
    },
    whatIf: {
      ...whatIf.actions,
      open() {
        settle();
        replay?.pause();
        whatIf.actions.open();
      },
    },
    take: {
      ...take.actions,
      open(opened) {
        settle();
        if (opened) replay?.pause();
        take.actions.open(opened);
      },
    },
  };

  if (context.flow().avoided) supposed = avoided.story();

  const sent = () => {
    const mails = mailsLeaving(context.flow());
    return mails === null || supposed ? null : { mails, held, time: 'short' as const, asks: false };
  };

  return {
    title: () => t('replay.title', { title: textOf(context.flow().level.title) }),
    screen: () =>
      replayScreen(
        {
          ...shown(),
          position,
          marks,
          drawn,
          state: state === 'unopened' ? 'loading' : state,
          next,
          looking,
          beside,
          chosen,
          query,
          supposed: supposedWords(),
          avoids: canAvoid(),
          answers: answers(),
          guest: context.guest(),
          sent: sent(),
          whatIf: whatIf.model(),
          taking: take.model(),
        },
        actions,
      ),
    drawn() {
      const host = hostIn(context.root);
      if (state !== 'unopened' || !host) return;
      state = 'loading';
      open(host).catch(fail);
    },
    relabel: () => replay?.relabel(shown()),
    close() {
      closed = true;
      replay?.close();
    },
  };
}
