import { t, textOf } from '../i18n/index.ts';
import type { Drawn, Replay, ReplayModel, ReplayStatus } from '../replay/model.ts';
import { replayScreen, type Looking, type ReplayScreenActions } from '../screens/replay.ts';
import { hostIn, type Act, type Place } from './act.ts';
import { afterReplay, afterWords, firstBeat } from './flow.ts';
import { loadRooms, tryAgain } from './rooms.ts';

/** The replay: the canvas that shows the story, and the page that tells it. */
export function replayAct(place: Place): Act {
  const model = (): ReplayModel => {
    const { level, play } = place.flow();
    return { level, routing: play.routing, outcome: play.outcome, from: firstBeat(place.flow()) };
  };
  const next = afterWords(place.flow());
  let replay: Replay | null = null;
  let state: 'unopened' | 'loading' | 'ready' | 'failed' = 'unopened';
  let position: ReplayStatus | null = null;
  let marks: readonly number[] = [];
  let drawn: Drawn | null = null;
  let looking: Looking | null = null;
  let closed = false;

  const fail = () => {
    if (closed) return;
    state = 'failed';
    place.draw();
  };

  const open = async (host: HTMLElement) => {
    const rooms = await loadRooms();
    if (closed) return;
    const stage = await rooms.stageIn(host);
    // The player may have gone on while the canvas was on its way.
    if (closed) return;
    replay = rooms.openReplay(stage, model(), {
      onChange(status) {
        if (closed) return;
        position = status;
        marks = replay?.marks ?? marks;
        state = 'ready';
        place.draw();
      },
      onDrawn(count) {
        drawn = count;
        if (!closed) place.draw();
      },
      onPick: (contact, index) => actions.look({ contact, index, mail: null }),
      onFail: fail,
    });
  };

  const actions: ReplayScreenActions = {
    toggle: () => replay?.toggle(),
    step: (direction) => replay?.step(direction),
    jump: (beat) => replay?.jump(beat),
    seek: (time) => replay?.seek(time),
    setSpeed: (speed) => replay?.setSpeed(speed),
    skip: () => replay?.skip(),
    look(at) {
      if (at) replay?.pause();
      looking = at;
      place.draw();
    },
    goOn: () => place.go(afterReplay(place.flow())),
    openSettings: () => place.openSettings(),
    retry() {
      tryAgain(() => {
        state = 'unopened';
        place.draw();
      });
    },
  };

  return {
    title: () => t('replay.title', { title: textOf(place.flow().level.title) }),
    screen: () =>
      replayScreen(
        { ...model(), position, marks, drawn, state: state === 'unopened' ? 'loading' : state, next, looking },
        actions,
      ),
    drawn() {
      const host = hostIn(place.root);
      if (state !== 'unopened' || !host) return;
      state = 'loading';
      open(host).catch(fail);
    },
    relabel: () => replay?.relabel(model()),
    close() {
      closed = true;
      replay?.close();
    },
  };
}
