import type { ContactId } from '../engine/index.ts';
import { charactersOf, textOf } from '../i18n/index.ts';
import { rightToLeft } from '../stage/canvas-text.ts';
import { transformOf, viewAt } from './layout/camera.ts';
import { castOf } from './timeline/actors.ts';
import type { DotLayer } from './dots/dot-layer.ts';
import type { CrowdPlace } from './dots/crowd-place.ts';
import { layTable } from './layout/layout.ts';
import type { Highlight } from './timeline/highlight.ts';
import { mirrored } from './layout/mirror.ts';
import type { ReplayModel } from './model.ts';
import type { TextureCache } from './draw/texture-cache.ts';
import { flights } from './parts/flying-mail.ts';
import { inkParts } from './parts/connections.ts';
import type { Part, PartInput } from './parts/part.ts';
import { repainterOf } from './parts/repaint.ts';
import { seatActor, seatSender } from './parts/seats.ts';
import { things } from './parts/notices.ts';
import type { Moment, Timeline } from './timeline/timeline.ts';

/** Someone in the picture; `index` is the person of a crowd, counted from 0. */
export interface Pick {
  readonly contact: ContactId;
  readonly index: number;
  /** True where the dots of a crowd are. */
  readonly dot: boolean;
}

/** The table with everything on it. It depends only on the moment that is painted, and not on earlier ones. */
export interface Picture {
  /** @returns whether anything has changed visibly */
  paint(moment: Moment, light: Highlight): boolean;
  /** Returns the camera's view of the table at a moment, as a CSS transform. */
  view(moment: Moment): string;
  /** Returns who is at a position, in CSS pixels of the canvas. */
  pick(x: number, y: number): Pick | null;
}

/** Draws all textures and lays everything out, for the current size of the table. */
export function layPicture(
  cache: TextureCache,
  { level, routing, outcome }: ReplayModel,
  timeline: Timeline,
  size: { readonly width: number; readonly height: number },
  dots: DotLayer,
): Picture {
  const actors = castOf(level, outcome);
  const laid = layTable(actors, size.width, size.height);
  const layout = rightToLeft() ? mirrored(laid) : laid;
  const input: PartInput = { cache, level, routing, outcome, timeline, layout, dots };
  const crowds = new Map<ContactId, CrowdPlace>();
  const parts: Part[] = [];
  seatSender(input);
  parts.push(...inkParts(input));
  for (const actor of actors) {
    const seat = layout.seats.get(actor.contact.id);
    if (!seat) continue;
    const seated = seatActor(input, actor, seat);
    parts.push(...seated.parts);
    if (seated.field) crowds.set(actor.contact.id, seated.field.place);
  }
  dots.lay([...crowds.values()], cache.palette);
  parts.push(...flights(input), ...things(input));

  return {
    paint: repainterOf(parts),
    view: (moment) => transformOf(viewAt(timeline, layout, outcome.beats, moment), layout),
    pick(x, y) {
      for (const [contact, { box }] of layout.seats) {
        if (Math.abs(x - box.x) > box.width / 2 || Math.abs(y - box.y) > box.height / 2) continue;
        const crowd = crowds.get(contact);
        if (!crowd) return { contact, index: 0, dot: false };
        const [across, down] = [x - crowd.left, y - crowd.top];
        const dot = across >= 0 && down >= 0 && across <= crowd.width && down <= crowd.height;
        return { contact, index: dots.personAt(contact, x, y), dot };
      }
      return null;
    },
  };
}

/**
 * Returns every character that may be drawn, of the level and the game, so that the right font files are fetched first.
 */
export function wordsOf({ level }: ReplayModel): string {
  const { sender, contacts, regulator } = level;
  const names = [sender.name, ...contacts.map(({ name }) => name), regulator?.name ?? ''].map(textOf);
  return [charactersOf('replay', 'beat', 'count', 'field'), ...names].join(' ');
}
