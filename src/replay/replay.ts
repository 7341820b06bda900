import type { ContactId } from '../engine/index.ts';
import { fontsReady } from '../stage/fonts.ts';
import { daylightPalette, type Palette } from '../stage/palette.ts';
import { reducedMotion } from '../stage/motion.ts';
import { Phaser } from '../stage/phaser.ts';
import type { Stage } from '../stage/stage.ts';
import { onThemeChange } from '../stage/theme.ts';
import { openDotLayer, type DotLayer, type DotOptions } from './dots/dot-layer.ts';
import { openMagnifier } from './dots/magnifier.ts';
import { exportPicture } from './picture-export.ts';
import { highlightOf, type Highlight } from './timeline/highlight.ts';
import type { Replay, ReplayEvents, ReplayModel, ReplayStatus } from './model.ts';
import { textureCacheFor, type TextureCache } from './draw/texture-cache.ts';
import { layPicture, wordsOf, type Picture } from './picture.ts';
import { listenForPicks } from './picking.ts';
import { sceneTeller } from './timeline/scene-text.ts';
import { soundsBetween } from './timeline/sounds.ts';
import { stateAt, timelineOf } from './timeline/timeline.ts';
import {
  advance,
  seek,
  setPlaying,
  shownTime,
  startPlayback,
  statusOf,
  step,
  toSegment,
  type Playback,
} from './timeline/playback.ts';

/** How often the page is informed while time passes. */
const TELL_EVERY = 1 / 12;
/** A background tab or a slow machine continues from where it was instead of jumping. */
const LONGEST_STEP = 0.1;
/** While a window is being resized, the layout waits until it stops. */
const REST_AFTER_RESIZE = 0.12;

/** The table on a canvas of its own: the dots of crowds at the bottom, everything else above them. */
function copyOfTable(stage: Stage, dots: DotLayer): HTMLCanvasElement {
  const { canvas } = stage.game;
  const copy = document.createElement('canvas');
  copy.width = canvas.width;
  copy.height = canvas.height;
  const context = copy.getContext('2d');
  if (!context) throw new Error('This browser has no 2D canvas.');
  const { width, height } = stage.size();
  context.scale(copy.width / width, copy.height / height);
  dots.copyTo(context);
  context.drawImage(canvas, 0, 0, width, height);
  return copy;
}

/**
 * Shows on the stage what follows from a routing: the mail flies, inboxes open, disclosures are drawn, and then the
 * beats follow in story time. The picture is a function of the play time, so playing, stepping, jumping and scrubbing
 * all work the same way.
 */
export function openReplay(
  stage: Stage,
  first: ReplayModel,
  events: ReplayEvents,
  options: Pick<DotOptions, 'dots'> = {},
): Replay {
  let model = first;
  const timeline = timelineOf(model);
  let playback = startPlayback(timeline);
  let place = statusOf(playback, timeline);
  let inWords = sceneTeller(model.level, timeline);
  let cache: TextureCache | null = null;
  let picture: Picture | null = null;
  let untilLaid: number | null = null;
  let sinceTold = 0;
  let person: ContactId | null = null;
  let light: Highlight = highlightOf(model.outcome, -1, null);
  let closed = false;
  /** The picture differs from what was drawn last. */
  let touched = true;
  let stopFrames = () => {};
  const dots = openDotLayer(stage, {
    ...options,
    onDrawn(drawn) {
      events.onDrawn?.(drawn);
      magnifier.refresh();
    },
  });
  const magnifier = openMagnifier(stage, dots);

  class ReplayScene extends Phaser.Scene {
    create() {
      cache = textureCacheFor(this);
      try {
        lay();
        tell();
      } catch (error) {
        fail(error);
      }
    }
  }

  /** Applies a moment; returns whether the table looks different after it. */
  const pass = (passed: number): boolean => {
    const seconds = Math.min(LONGEST_STEP, passed);
    if (untilLaid !== null && (untilLaid -= seconds) <= 0) lay();
    const before = playback;
    go(advance(playback, timeline, seconds), seconds);
    if (before !== playback) soundsBetween(timeline, before.time, playback.time);
    const changed = touched;
    touched = false;
    return changed;
  };

  const frame = (passed: number): boolean => {
    try {
      return pass(passed);
    } catch (error) {
      fail(error);
      return false;
    }
  };

  const fail = (error: unknown) => {
    close();
    events.onFail?.(error);
  };

  const close = () => {
    closed = true;
    look('none');
    stopListening();
    stopPicking();
    stopFollowing();
    stopFrames();
    cache?.clear();
    dots.close();
    picture = null;
    cache = null;
  };

  const moment = (still = reducedMotion()) => stateAt(timeline, shownTime(playback, timeline, still));

  let looked = 'none';
  /** Moves both canvases together, so that picking matches what is visible. */
  const look = (view: string) => {
    if (view === looked) return;
    looked = view;
    stage.host.style.setProperty('transform', view);
  };

  const paint = () => {
    if (!picture) return;
    const still = reducedMotion();
    const now = moment(still);
    if (now.beat !== light.beat || person !== light.person) light = highlightOf(model.outcome, now.beat, person);
    touched = picture.paint(now, light) || touched;
    look(still ? 'none' : picture.view(now));
    if (dots.paint(now.time, playback.playing && !still)) magnifier.refresh();
  };

  const status = (): ReplayStatus => ({
    ...place,
    scene: inWords(moment()),
  });

  /** @param colours those of the page, if none are given */
  const layIn = (colours?: Palette) => {
    if (!cache) return;
    cache.clear(colours);
    picture = layPicture(cache, model, timeline, stage.size(), dots);
  };

  const lay = () => {
    if (!cache) return;
    untilLaid = null;
    layIn();
    paint();
  };

  const layAgain = () => {
    if (!closed) lay();
  };

  const tell = () => {
    sinceTold = 0;
    events.onChange(status());
  };

  /** Moves to another position; `passed` is the time that went by through playing, in seconds. */
  const go = (next: Playback, passed: number | null = null) => {
    if (closed || (next === playback && passed !== null)) return;
    const before = place;
    place = statusOf(next, timeline);
    playback = next;
    paint();
    sinceTold += passed ?? 0;
    const turned = before.beat !== place.beat || before.playing !== place.playing || before.ended !== place.ended;
    if (passed === null || turned || sinceTold >= TELL_EVERY) tell();
  };

  /** Captures the table in daylight colours after the last beat. It is drawn and undone before anyone can see it. */
  const tableAtTheEnd = (colours: Palette): HTMLCanvasElement => {
    layIn(colours);
    const end = stateAt(timeline, timeline.duration);
    picture?.paint(end, highlightOf(model.outcome, -1, null));
    dots.paint(end.time, false);
    stage.drawNow();
    const copy = copyOfTable(stage, dots);
    lay();
    stage.drawNow();
    return copy;
  };

  const stopListening = stage.onResize(() => {
    untilLaid = REST_AFTER_RESIZE;
  });
  const stopFollowing = onThemeChange(layAgain);
  const stopPicking = listenForPicks(
    stage,
    (x, y) => picture?.pick(x, y) ?? null,
    (contact, index) => events.onPick(contact, index),
    magnifier,
  );
  fontsReady(wordsOf(model), layAgain)
    .then(() => (closed ? undefined : stage.show(new ReplayScene())))
    .then(() => {
      if (!closed) stopFrames = stage.drive(frame);
    })
    .catch(fail);

  return {
    status,
    marks: timeline.segments.map(({ start }) => start),
    play: () => go(setPlaying(playback, timeline, true)),
    pause: () => go(setPlaying(playback, timeline, false)),
    toggle: () => go(setPlaying(playback, timeline, !playback.playing)),
    seek: (time) => go(seek(playback, timeline, time)),
    step: (direction) => go(step(playback, timeline, direction)),
    jump: (beat) =>
      go(
        toSegment(
          playback,
          timeline,
          timeline.segments.findIndex((segment) => segment.beat === beat),
        ),
      ),
    setSpeed: (speed) => go({ ...playback, speed }),
    skip: () => go(seek(playback, timeline, timeline.duration)),
    choose(chosen) {
      person = chosen;
      paint();
    },
    relabel(told) {
      model = told;
      inWords = sceneTeller(model.level, timeline);
      void fontsReady(wordsOf(model), layAgain).then(() => {
        lay();
        if (!closed) tell();
      });
    },
    exportPicture() {
      const colours = daylightPalette();
      return exportPicture(model, tableAtTheEnd(colours), colours);
    },
    close,
  };
}
