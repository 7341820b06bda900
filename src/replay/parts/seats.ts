import type { ContactId } from '../../engine/index.ts';
import { formatNumber, t, textOf } from '../../i18n/index.ts';
import { shortName } from '../../i18n/short-name.ts';
import { ease } from '../../stage/ease.ts';
import { dimness } from '../../stage/palette.ts';
import { drawPortrait, PORTRAIT_RATIO } from '../../stage/portrait.ts';
import { NAME_LEADING, SEEN_LINE, type Seat, type Spot } from '../layout/seat.ts';
import type { Actor, Arrival } from '../timeline/actors.ts';
import type { Phaser } from '../../stage/phaser.ts';
import { DEPTH, type TextureCache } from '../draw/texture-cache.ts';
import { drawCrowdFrame, type Field } from '../draw/crowd-frame.ts';
import { paintInbox } from '../draw/inbox.ts';
import { nameLines, nameWidth, paintName, swap, tagTexture } from '../draw/name-label.ts';
import { letterTexture } from '../draw/letter.ts';
import { drawSign } from '../draw/icons.ts';
import { letterTextOf } from '../letter-text.ts';
import { cuesOf, lastBegun, type Part, type PartInput } from './part.ts';

export interface Seated {
  readonly parts: readonly Part[];
  /** The dots of a crowd, for picking one of them. */
  readonly field: Field | null;
}

/** The sender: a stamp and a name. */
export function seatSender({ cache, level, layout }: PartInput): void {
  const { sender, measure } = layout;
  const stamp = paintStamp(cache, 'sender', { id: level.sender.address }, sender);
  const width = Math.max(sender.width, measure.text * 4.4) + 8;
  const height = measure.text * NAME_LEADING + 6;
  const y = sender.y + sender.height / 2 + height / 2 + 3;
  const name = paintName(cache, 'name-sender', [t('replay.you')], { x: sender.x, y, width, height }, measure.text);
  cache.merge('seat-sender', [stamp, name], DEPTH.stamp);
}

/** Someone at the table: stamp or field, name, inbox, and what can be seen of them. */
export function seatActor(input: PartInput, actor: Actor, seat: Seat): Seated {
  const { cache, layout, timeline } = input;
  const { contact, people } = actor;
  const halo = haloPart(input, contact.id, seat.stamp);
  const threads = timeline.cues.some((cue) => cue.do === 'thread' || cue.do === 'pool');
  const lines = labelOf(input, actor, seat);
  const { text } = layout.measure;
  const width = Math.min(seat.label.width, nameWidth(cache, lines, text));
  const below = { ...seat.label, x: belowStamp(seat, width), width };
  const name = paintName(cache, `name-${contact.id}`, lines, below, text);
  const crowd = { id: contact.id, people, seat };
  const field = people > 1 ? drawCrowdFrame(cache, crowd, name, threads) : null;
  if (!field) {
    const portrait = { id: contact.id, portrait: contact.portrait, ...(contact.kind && { kind: contact.kind }) };
    // The name is not merged into the stamp, because it must stay above the eyes of threads.
    paintStamp(cache, contact.id, portrait, seat.stamp);
  }
  return {
    field,
    parts: [
      halo,
      inboxPart(input, contact.id, seat),
      seenPart(input, actor, seat, lines.length),
      signPart(input, contact.id, seat),
      ...(field ? [bleedPart(input, contact.id, field)] : []),
    ],
  };
}

/** Returns the middle of something below a stamp: that of the stamp, or as near to it as the seat allows. */
function belowStamp({ stamp, label }: Seat, width: number): number {
  const aside = Math.max(0, (label.width - width) / 2);
  return Math.min(label.x + aside, Math.max(label.x - aside, stamp.x));
}

function labelOf({ cache, layout, level }: PartInput, { contact, people }: Actor, seat: Seat): readonly string[] {
  const { text } = layout.measure;
  const name = textOf(contact.name);
  const fits = (words: string, lines: number) => nameLines(cache, words, seat.label.width, text, lines);
  if (people === 1 && seat.lines === 1) {
    // On a small table a description after a comma ("Kim Adler, your manager") appears only in the list beside it.
    const whole = fits(name, 2);
    return whole.length === 1 ? whole : fits(shortName(level, contact), 1);
  }
  if (people === 1) return fits(name, 2);
  if (seat.lines === 1) {
    const counted = fits(t('replay.crowd', { name, people: formatNumber(people) }), 2);
    // A number that is cut off is useless. The dots show it, and the list beside the picture has it too.
    return counted.length === 1 ? counted : fits(name, 1);
  }
  return [...fits(name, 1), ...fits(t('count.people', { count: people }), 1)];
}

function paintStamp(
  cache: TextureCache,
  key: string,
  portrait: Parameters<typeof drawPortrait>[1],
  spot: Spot,
): Phaser.GameObjects.Image {
  const outer = 6;
  const texture = cache.texture(`stamp-${key}`, spot.width + outer * 2, spot.height + outer * 2, (context) => {
    const aside = (spot.height - spot.height * PORTRAIT_RATIO) / 2;
    drawPortrait(context, portrait, outer - aside, outer, spot.height, dimness(cache.palette));
  });
  return cache.image(texture, DEPTH.stamp).setPosition(spot.x, spot.y);
}

/** A glow around the people of the beat, unless the beat is about everyone. */
function haloPart({ cache, layout }: PartInput, actor: ContactId, spot: Spot): Part {
  const reach = 20;
  const [width, height] = [spot.width + reach * 2, spot.height + reach * 2];
  const texture = cache.texture(
    `halo-${String(Math.round(width))}-${String(Math.round(height))}`,
    width,
    height,
    (context) => {
      context.shadowColor = cache.palette.halo;
      context.shadowBlur = 14 * cache.scale;
      context.fillStyle = cache.palette.halo;
      for (let layer = 0; layer < 2; layer++) context.fillRect(reach - 2, reach - 2, spot.width + 4, spot.height + 4);
      // No glow in front of a crowd, as it would cover the dots in the window.
      const inside = reach + 6;
      context.clearRect(inside, inside, width - inside * 2, height - inside * 2);
    },
  );
  const image = cache.image(texture, DEPTH.stamp - 1).setPosition(spot.x, spot.y);
  return {
    cues: [],
    minds: 'light',
    paint(_, { faces, person }) {
      image.setVisible(faces.has(actor) && (person !== null || faces.size < layout.seats.size));
      return true;
    },
  };
}

function inboxPart(input: PartInput, actor: ContactId, seat: Seat): Part {
  const { cache, level, routing, timeline, outcome, layout } = input;
  const mine = ({ arrival }: { readonly arrival: Arrival }) => arrival.actor === actor;
  const flies = cuesOf(timeline, 'fly', mine);
  const opens = cuesOf(timeline, 'open', mine);
  const told = [
    ...cuesOf(timeline, 'thread', ({ exposure }) => exposure.viewer === actor),
    ...cuesOf(timeline, 'bleed', (cue) => cue.actor === actor),
    ...cuesOf(timeline, 'pool', ({ pool }) => pool.viewers.includes(actor)),
  ];
  const strangers = new Set(outcome.exposures.filter(({ viewer }) => viewer === actor).map(({ subject }) => subject));
  const inbox = paintInbox(cache, seat, layout.measure.text);
  // Drawn beforehand, because reading a mail and drawing a letter takes longer than a frame.
  const letters = opens.map(({ cue: { arrival } }, order) =>
    [false, true].map((known) => {
      const reading = letterTextOf(level, routing, arrival, known ? strangers : new Set());
      return letterTexture(
        cache,
        `${actor}-${String(order)}-${String(known)}`,
        seat.letter,
        reading,
        layout.measure.roomy,
      );
    }),
  );
  let last: { readonly arrived: number; readonly opened: number; readonly known: boolean } | null = null;
  return {
    cues: [...flies, ...opens, ...told].map(({ index }) => index),
    paint(progress) {
      const arrived = progress.slice(0, flies.length).findLastIndex((value) => value >= 1);
      const opened = arrived < 0 ? 0 : (progress[flies.length + arrived] ?? 0);
      const known = progress.slice(flies.length + opens.length).some((value) => value > 0.5);
      // Most frames of a flying letter or advancing ink change nothing here.
      if (last?.arrived === arrived && last.opened === opened && last.known === known) return false;
      last = { arrived, opened, known };
      const letter = letters[arrived]?.[known ? 1 : 0] ?? null;
      inbox.paint(flies[arrived]?.cue.arrival.field ?? null, opened, letter);
      return true;
    },
  };
}

/** How many others saw someone, as a tag below the name; if only part of a crowd was seen, how many were. */
function seenPart(input: PartInput, { contact, people: all }: Actor, seat: Seat, below: number): Part {
  const { cache, timeline, layout } = input;
  const seen = cuesOf(timeline, 'seen', (cue) => cue.actor === contact.id);
  const { text } = layout.measure;
  const { label } = seat;
  const narrowest = Math.min(...[...layout.seats.values()].map((each) => each.label.width));
  const tag = (order: number) => {
    const { by, people } = seen[order]?.cue ?? { by: 1, people: all };
    const some = people < all;
    const words = some ? t('replay.seen-some', { count: people }) : t('replay.seen-by', { count: by });
    // If the words do not fit, the eye alone appears, on all tags of a table alike.
    return tagTexture(cache, [words, formatNumber(some ? people : by)], 'open-eye', text, narrowest);
  };
  const tags = seen.map((_, order) => tag(order));
  const image = cache
    .image(tags[0] ?? tag(0), DEPTH.label)
    .setY(label.y - label.height / 2 + text * (below * NAME_LEADING + SEEN_LINE / 2) + 5)
    .setVisible(false);
  return {
    cues: seen.map(({ index }) => index),
    paint(progress) {
      const last = lastBegun(progress);
      swap(image, tags[last] ?? null);
      image.setX(belowStamp(seat, image.width / cache.scale));
      const grown = last <= 0 ? ease.outBack(progress[last] ?? 0) : 1;
      image.setScale(Math.max(0.01, grown) / cache.scale);
      return true;
    },
  };
}

/** A badge at the corner of a stamp that says what happened to someone. */
function signPart({ cache, timeline }: PartInput, actor: ContactId, seat: Seat): Part {
  const signs = cuesOf(timeline, 'sign', (cue) => cue.actor === actor);
  const { x, y, size } = seat.sign;
  const badge = (order: number) => {
    const sign = signs[order]?.cue.sign ?? 'waiting';
    return cache.texture(`sign-${sign}-${String(Math.round(size))}`, size, size, (context) => {
      drawSign(context, sign, size, cache.palette);
    });
  };
  const badges = signs.map((_, order) => badge(order));
  const image = cache
    .image(badges[0] ?? badge(0), DEPTH.sign)
    .setPosition(x, y)
    .setVisible(false);
  return {
    cues: signs.map(({ index }) => index),
    paint(progress) {
      const last = lastBegun(progress);
      swap(image, badges[last] ?? null);
      image.setScale(Math.max(0.01, ease.outBack(progress[last] ?? 0)) / cache.scale);
      return true;
    },
  };
}

/** Ink spreads evenly over the paper, so its share grows faster the farther it gets. */
const SPREAD = 1.5;

/** Ink spreads through as many dots as were seen: all of them, or the few who spoke up. */
function bleedPart({ timeline, level, dots }: PartInput, actor: ContactId, field: Field): Part {
  const bleeds = cuesOf(timeline, 'bleed', (cue) => cue.actor === actor);
  const pools = cuesOf(timeline, 'pool', ({ pool }) => pool.subjects.includes(actor));
  const threads = cuesOf(timeline, 'thread', ({ exposure }) => exposure.subject === actor);
  const peopleOf = (id: ContactId) => level.contacts.find((contact) => contact.id === id)?.people ?? 1;
  const shares = [
    ...[...bleeds, ...pools].map(() => 1),
    ...threads.map(({ cue: { exposure } }) => exposure.pairs / (peopleOf(exposure.viewer) * peopleOf(actor))),
  ];
  return {
    cues: [...bleeds, ...pools, ...threads].map(({ index }) => index),
    paint(progress) {
      const ink = Math.max(0, ...progress.map((value, index) => value ** SPREAD * (shares[index] ?? 1)));
      dots.setInk(actor, ink);
      return field.frame(ink > 0.5);
    },
  };
}
