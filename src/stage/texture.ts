import type { Phaser } from './phaser.ts';

/** Texture pixels for each CSS pixel: at least 2, so that a card stays crisp while it is lifted and enlarged. */
export function textureScale(): number {
  return Math.max(2, Math.ceil(globalThis.devicePixelRatio));
}

/**
 * Draws a texture with the 2D canvas, which gives smooth edges and correct text in any script; Phaser's own Graphics
 * (without MSAA) and Text do not (see docs/architecture.md).
 * @param scene the scene whose texture manager keeps it; a texture with the same key is drawn again
 * @param width in CSS pixels
 * @param height in CSS pixels
 * @param draw draws in CSS pixels on a clear canvas
 * @returns the key, for `scene.add.image`; scale the image by `1 / textureScale()`
 */
export function drawTexture(
  scene: Phaser.Scene,
  key: string,
  width: number,
  height: number,
  draw: (context: CanvasRenderingContext2D) => void,
): string {
  const scale = textureScale();
  if (scene.textures.exists(key)) scene.textures.remove(key);
  const texture = scene.textures.createCanvas(key, Math.ceil(width * scale), Math.ceil(height * scale));
  if (!texture) throw new Error(`The texture ${key} could not be made.`);
  const context = texture.context;
  context.scale(scale, scale);
  context.textBaseline = 'alphabetic';
  draw(context);
  texture.refresh();
  return key;
}
