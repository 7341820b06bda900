import { ease } from '../../stage/ease.ts';
import type { Spot } from '../layout/seat.ts';
import { DEPTH } from '../draw/texture-cache.ts';
import { envelopeTexture } from '../draw/inbox.ts';
import { cuesOf, type Part, type PartInput } from './part.ts';

/** Draws the envelopes in flight: mails from the sender to the inboxes, and the replies. */
export function flights(input: PartInput): Part[] {
  const { timeline, layout } = input;
  const mails = cuesOf(timeline, 'fly').flatMap(({ index, cue }) => {
    const seat = layout.seats.get(cue.arrival.actor);
    return seat ? [flight(input, index, layout.sender, seat.inbox, seat.inbox, cue.arrival.field === 'separate')] : [];
  });
  const answers = cuesOf(timeline, 'post').flatMap(({ index, cue }) => {
    const from = layout.seats.get(cue.from)?.stamp;
    const to = cue.to === null ? layout.sender : layout.seats.get(cue.to)?.stamp;
    const width = Math.max(26, layout.measure.stamp * 0.4);
    return from && to ? [flight(input, index, from, to, { ...from, width, height: width * 0.62 }, false)] : [];
  });
  return [...mails, ...answers];
}

/** One envelope on an arc between two places; hidden before and after its flight. */
function flight({ cache }: PartInput, index: number, from: Spot, to: Spot, size: Spot, sealed: boolean): Part {
  const image = cache.image(envelopeTexture(cache, size, sealed), DEPTH.flight).setVisible(false);
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const lift = Math.min(90, Math.hypot(dx, dy) * 0.22);
  return {
    cues: [index],
    paint([progress = 0]) {
      const flying = progress > 0 && progress < 1;
      image.setVisible(flying);
      if (!flying) return true;
      const way = ease.inOutCubic(progress);
      const height = Math.sin(Math.PI * way);
      image.setPosition(from.x + dx * way, from.y + dy * way - lift * height);
      image.setRotation(Math.sin(Math.PI * 2 * way) * 0.12 * Math.sign(dx || 1));
      // Smaller at the start, a little larger at the top of the arc.
      image.setScale((0.55 + 0.45 * Math.min(1, way * 1.6) + 0.12 * height) / cache.scale);
      image.setAlpha(Math.min(1, progress * 8));
      return true;
    },
  };
}
