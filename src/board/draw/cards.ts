import type { ContactId } from '../../engine/index.ts';
import { FOLLOW, SETTLE, snap, springAt, stepSpring, type Spring } from '../../stage/spring.ts';
import { rightToLeft } from '../../stage/canvas-text.ts';
import { fontArrivals } from '../../stage/fonts.ts';
import type { Palette } from '../../stage/palette.ts';
import type { Phaser } from '../../stage/phaser.ts';
import { drawTexture, textureLosses, textureScale } from '../../stage/texture.ts';
import { theme } from '../../stage/theme.ts';
import { centre } from '../layout/box.ts';
import { CARD_PAD, drawCard } from './card-face.ts';
import type { View } from '../view.ts';

/** The cards on the desk, which move as if they had weight. */
export interface Cards {
  /** @param still puts everything where it belongs, without a way there */
  show(view: View, palette: Palette, still: boolean): void;
  /** Advances their movement; true while one is still moving. */
  step(seconds: number): boolean;
  /** The images of some cards. */
  images(contacts: ReadonlySet<ContactId>): readonly Phaser.GameObjects.Image[];
  destroy(): void;
}

interface Card {
  readonly image: Phaser.GameObjects.Image;
  readonly shadow: Phaser.GameObjects.Image;
  readonly x: Spring;
  readonly y: Spring;
  /** 1 is the size at which it is drawn. */
  readonly size: Spring;
  /** 0 is on the desk, 1 is held in the hand. */
  readonly lift: Spring;
  readonly turn: Spring;
  drawn: string;
  width: number;
  held: boolean;
  /** Its position in the pile, from below. */
  order: number;
}

/** The widest that a held card may be, in units of drawing, so that the tray below stays visible. */
const HELD_WIDTH = 230;
const SHADOW = { width: 240, height: 120, blur: 26 } as const;
const FAN = 9;
const MOST_TURN = 0.09;

/** Texture pixels for each CSS pixel: few, since a shadow has no edges. */
const SHADOW_SCALE = 0.5;

function drawShadow(scene: Phaser.Scene): string {
  const { width, height, blur } = SHADOW;
  const draw = (context: CanvasRenderingContext2D) => {
    // Only the shadow: the paper that casts it is outside the picture.
    context.shadowColor = 'rgba(60, 38, 8, 0.62)';
    context.shadowBlur = blur * SHADOW_SCALE;
    context.shadowOffsetX = width * 2 * SHADOW_SCALE;
    context.fillRect(blur - width * 2, blur, width - blur * 2, height - blur * 2);
  };
  return drawTexture(scene, 'card-shadow', width, height, draw, SHADOW_SCALE);
}

export function createCards(scene: Phaser.Scene): Cards {
  const shadowKey = drawShadow(scene);
  let losses = textureLosses();
  const cards = new Map<ContactId, Card>();

  const create = (): Card => ({
    image: scene.add.image(0, 0, '__DEFAULT'),
    shadow: scene.add.image(0, 0, shadowKey).setVisible(false),
    x: springAt(0),
    y: springAt(0),
    size: springAt(1),
    lift: springAt(0),
    turn: springAt(0),
    drawn: '',
    width: 0,
    held: false,
    order: 0,
  });

  const apply = (card: Card, moving: boolean) => {
    const { image, shadow, x, y, size, lift, turn } = card;
    const ratio = textureScale();
    const scale = size.value / ratio;
    image.setScale(scale).setRotation(turn.value);
    // At rest it is aligned to whole device pixels; otherwise its letters would blur.
    const snapTo = (at: number, extent: number) =>
      moving ? at : Math.round((at - extent / 2) * ratio) / ratio + extent / 2;
    image.setPosition(
      snapTo(x.value, image.width / ratio) - lift.value * 1,
      snapTo(y.value, image.height / ratio) - lift.value * 3,
    );
    image.setDepth((card.held ? 1000 : moving ? 500 : 20) + card.order);
    const raised = lift.value > 0.02 && image.visible;
    shadow.setVisible(raised);
    if (!raised) return;
    shadow
      .setPosition(x.value + lift.value * 5, y.value + lift.value * 11)
      .setRotation(turn.value)
      .setAlpha(Math.min(1, 0.75 * lift.value))
      .setDepth(image.depth - 0.5)
      .setDisplaySize(
        (image.displayWidth - CARD_PAD * 2 * size.value) * 1.06 + SHADOW.blur,
        (image.displayHeight - CARD_PAD * 2 * size.value) * 1.06 + SHADOW.blur,
      );
  };

  const draw = (card: Card, view: View, palette: Palette, contact: ContactId): boolean => {
    const words = view.words.cards.get(contact);
    const place = view.layout.cards.get(contact);
    if (!words || !place) return false;
    const { scale } = view.layout;
    const [width, height] = [Math.round(place.box.width), Math.round(place.box.height)];
    const selected = view.selection.contacts.has(contact);
    const look = JSON.stringify([
      width,
      height,
      scale,
      selected,
      words,
      textureScale(),
      textureLosses(),
      fontArrivals(),
      rightToLeft(),
      theme(),
    ]);
    if (look === card.drawn) return true;
    card.drawn = look;
    const pad = CARD_PAD * scale;
    const key = `card-${contact}`;
    drawTexture(scene, key, width + pad * 2, height + pad * 2, (context) => {
      context.scale(scale, scale);
      context.translate(CARD_PAD, CARD_PAD);
      drawCard(context, palette, words, { width: width / scale, height: height / scale, selected });
    });
    card.image.setTexture(key);
    // A card that is drawn in a new size grows or shrinks to it.
    if (card.width > 0 && card.width !== width) card.size.value *= card.width / width;
    card.width = width;
    return true;
  };

  const aim = (card: Card, view: View, contact: ContactId) => {
    const place = view.layout.cards.get(contact);
    if (!place) return;
    const { held } = view;
    const at = held ? held.contacts.indexOf(contact) : -1;
    card.held = at >= 0;
    card.image.setVisible(place.shown || card.held);
    if (held && at >= 0) {
      const size = Math.min(1.04, (HELD_WIDTH * view.layout.scale) / place.box.width);
      card.size.target = size;
      card.x.target = held.point.x - held.grip.x * size + at * FAN;
      card.y.target = held.point.y - held.grip.y * size + at * FAN;
      card.lift.target = 1;
      card.order = 100 - at;
      return;
    }
    const middle = centre(place.box);
    card.x.target = middle.x;
    card.y.target = middle.y;
    card.turn.target = 0;
    const hovered = view.hovered === contact && !held && !view.frame;
    card.size.target = hovered ? 1.015 : 1;
    card.lift.target = hovered ? 0.4 : 0;
  };

  const remove = (contact: ContactId, { image, shadow }: Card) => {
    image.destroy();
    shadow.destroy();
    if (scene.textures.exists(`card-${contact}`)) scene.textures.remove(`card-${contact}`);
    cards.delete(contact);
  };

  return {
    show(view, palette, still) {
      if (losses !== textureLosses()) {
        losses = textureLosses();
        const key = drawShadow(scene);
        for (const { shadow } of cards.values()) shadow.setTexture(key);
      }
      for (const [contact, card] of cards) if (!view.layout.cards.has(contact)) remove(contact, card);
      for (const [index, contact] of view.desk.contacts.entries()) {
        const known = cards.get(contact);
        const card = known ?? create();
        cards.set(contact, card);
        if (!draw(card, view, palette, contact)) continue;
        card.order = index;
        aim(card, view, contact);
        if (known && !still) continue;
        for (const spring of [card.x, card.y, card.size, card.lift, card.turn]) snap(spring, spring.target);
        apply(card, false);
      }
    },
    step(seconds) {
      let any = false;
      for (const card of cards.values()) {
        const force = card.held ? FOLLOW : SETTLE;
        if (card.held) card.turn.target = Math.max(-MOST_TURN, Math.min(MOST_TURN, card.x.velocity * 0.00011));
        const moving = [
          stepSpring(card.x, seconds, force),
          stepSpring(card.y, seconds, force),
          stepSpring(card.size, seconds, SETTLE, 0.001),
          stepSpring(card.lift, seconds, SETTLE, 0.005),
          stepSpring(card.turn, seconds, SETTLE, 0.0005),
        ].some((each) => each);
        any ||= moving;
        apply(card, moving || card.held || card.size.value !== 1);
      }
      return any;
    },
    images: (contacts) => [...cards].flatMap(([contact, { image }]) => (contacts.has(contact) ? [image] : [])),
    destroy() {
      for (const [contact, card] of cards) remove(contact, card);
      scene.textures.remove(shadowKey);
    },
  };
}
