import type { Phaser } from './phaser.ts';
import { forgetWritten } from './written.ts';

/** Texture pixels for each CSS pixel: at least 2, so that a card stays crisp while it is lifted and enlarged. */
export function textureScale(): number {
  return Math.max(2, Math.ceil(globalThis.devicePixelRatio));
}

/** Texture pixels for each CSS pixel of what is only shown as it is drawn: as many as the screen has, which is much less to draw. */
export function stillScale(): number {
  return Math.max(1, Math.ceil(globalThis.devicePixelRatio));
}

/** Texture pixels for each unit of drawing: the measures of a shadow do not follow what a context is scaled by. */
export function pixelsPerUnit(context: CanvasRenderingContext2D): number {
  return context.getTransform().a;
}

let losses = 0;

/** How often the content of all textures was lost: what shows one draws it again when this has changed. */
export const textureLosses = (): number => losses;

/** Records that the graphics card was reset, and the textures on it are empty. */
export function noteTexturesLost(): void {
  losses += 1;
}

/** False also in a browser that cannot say, as older ones of Safari and Firefox cannot. */
const isLost = (context: CanvasRenderingContext2D) => 'isContextLost' in context && context.isContextLost();

/**
 * A clear canvas of a size, in texture pixels: the one that the key has already if it fits, as another costs more than a
 * drawing. Phaser's own canvas textures copy all their pixels when they are made, and keep the copy.
 */
function clearTexture(
  { textures }: Phaser.Scene,
  key: string,
  width: number,
  height: number,
): CanvasRenderingContext2D {
  if (textures.exists(key)) {
    const canvas = textures.get(key).getSourceImage();
    const context = canvas instanceof HTMLCanvasElement ? canvas.getContext('2d') : null;
    if (context && !isLost(context) && canvas.width === width && canvas.height === height) {
      // Setting the size clears a canvas, and resets its context.
      canvas.width = width;
      return context;
    }
    textures.remove(key);
  }
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  const texture = textures.create(key, canvas, width, height);
  if (!context || !texture) throw new Error(`The texture ${key} could not be made.`);
  texture.add('__BASE', 0, 0, 0, width, height);
  return context;
}

/**
 * Draws a texture with the 2D canvas, which gives smooth edges and correct text in any script; Phaser's own Graphics
 * (without MSAA) and Text do not (see docs/architecture.md).
 * @param scene the scene whose texture manager keeps it; a texture with the same key is drawn again
 * @param width in CSS pixels
 * @param height in CSS pixels
 * @param draw draws in CSS pixels on a clear canvas
 * @param scale texture pixels for each CSS pixel
 * @returns the key, for `scene.add.image`; scale the image by `1 / scale`
 */
export function drawTexture(
  scene: Phaser.Scene,
  key: string,
  width: number,
  height: number,
  draw: (context: CanvasRenderingContext2D) => void,
  scale = textureScale(),
): string {
  const context = clearTexture(scene, key, Math.ceil(width * scale), Math.ceil(height * scale));
  forgetWritten(context.canvas);
  context.scale(scale, scale);
  context.textBaseline = 'alphabetic';
  draw(context);
  return key;
}
