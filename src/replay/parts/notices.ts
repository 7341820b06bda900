import { ease } from '../../stage/ease.ts';
import { DEPTH } from '../draw/texture-cache.ts';
import { swap } from '../draw/name-label.ts';
import { noticeTexture, slipTexture } from '../draw/notice.ts';
import { noticeOf } from '../notices.ts';
import { cuesOf, type Part, type PartInput } from './part.ts';

/** Draws the papers that arrive on the desk: held up to be read during their beat, then laid on the pile. */
export function things(input: PartInput): Part[] {
  const { timeline } = input;
  const laid = new Map(cuesOf(timeline, 'lay').map(({ index, cue }) => [cue.beat, index]));
  return cuesOf(timeline, 'notice').flatMap(({ index, cue }, order) => {
    const part = thing(input, cue.beat, [index, laid.get(cue.beat) ?? index], order);
    return part ? [part] : [];
  });
}

function thing(input: PartInput, beat: number, cues: readonly [number, number], order: number): Part | null {
  const { cache, level, outcome, layout } = input;
  const told = outcome.beats[beat];
  const notice = told ? noticeOf(level, told) : null;
  if (!notice) return null;
  const { middle, pile } = layout;
  const paper = noticeTexture(cache, String(beat), notice, middle.width);
  const fit = Math.min(1, (layout.height - 8) / paper.height);
  const slip = slipTexture(cache, notice, Math.min(84, pile.width - 10, (pile.height - 10) / 0.62));
  const small = slip.width / paper.width;
  const image = cache.image(paper.key, DEPTH.notice + order * 0.01).setVisible(false);
  // Each is rotated a little differently, the same way every time.
  const turn = (((order * 37) % 11) - 5) * 0.022;
  const aside = (((order * 53) % 7) - 3) * 1.6;
  return {
    cues,
    paint([held = 0, down = 0]) {
      image.setVisible(held > 0);
      if (held <= 0) return true;
      const rise = ease.outCubic(held);
      const way = ease.inOutCubic(down);
      image.setPosition(
        middle.x + (pile.x + aside - middle.x) * way,
        middle.y + (1 - rise) * 30 + (pile.y + aside - middle.y) * way,
      );
      image.setAlpha(Math.min(1, held * 3));
      const far = way > 0.7;
      swap(image, far ? slip.key : paper.key);
      const size = fit * (0.9 + 0.1 * rise) + (small - fit) * way;
      image.setScale((far ? size / small : size) / cache.scale);
      image.setRotation(-0.012 + turn * way);
      const depth = (way >= 1 ? DEPTH.inbox : DEPTH.notice) + order * 0.01;
      // Phaser sorts all images again after a change of depth.
      if (image.depth !== depth) image.setDepth(depth);
      return true;
    },
  };
}
