import { readPalette, type Palette } from '../../stage/palette.ts';
import type { Phaser } from '../../stage/phaser.ts';
import { drawTexture, textureScale } from '../../stage/texture.ts';
import { noteCopied } from '../../stage/written.ts';

/** What the painters of one scene share: colours, textures by name, and images made from them. */
export interface TextureCache {
  readonly scene: Phaser.Scene;
  readonly palette: Palette;
  /** Texture pixels for each CSS pixel. */
  readonly scale: number;
  /** Draws a texture once; another call with the same name returns the same key. */
  texture(name: string, width: number, height: number, draw: (context: CanvasRenderingContext2D) => void): string;
  image(key: string, depth: number): Phaser.GameObjects.Image;
  /**
   * Replaces several images at rest by one, which costs as much to draw as a single one of them. The first image is at
   * the bottom. They are hidden, and can be shown again when they move.
   * @param name of its texture; a second call with the same name uses it again
   */
  merge(name: string, images: readonly Phaser.GameObjects.Image[], depth: number): Phaser.GameObjects.Image;
  /** Removes all images and textures; whatever is drawn next has the current colours, or the given ones. */
  clear(colours?: Palette): void;
}

/** The stacking order. */
export const DEPTH = {
  thread: 0,
  stamp: 10,
  inbox: 20,
  letter: 30,
  sign: 40,
  label: 50,
  flight: 60,
  notice: 70,
} as const;

let caches = 0;

const leftOf = ({ x, displayWidth, originX }: Phaser.GameObjects.Image) => x - displayWidth * originX;
const topOf = ({ y, displayHeight, originY }: Phaser.GameObjects.Image) => y - displayHeight * originY;

/** Sets up a cache in a scene. Its textures have a prefix of their own, so that two replays never share one. */
export function textureCacheFor(scene: Phaser.Scene): TextureCache {
  const prefix = `replay-${String(++caches)}-`;
  const keys = new Set<string>();
  const images: Phaser.GameObjects.Image[] = [];
  let palette = readPalette();
  let scale = textureScale();
  const cache: TextureCache = {
    scene,
    get palette() {
      return palette;
    },
    get scale() {
      return scale;
    },
    texture(name, width, height, draw) {
      const key = prefix + name;
      if (!keys.has(key)) {
        drawTexture(scene, key, width, height, draw);
        keys.add(key);
      }
      return key;
    },
    image(key, depth) {
      const image = scene.add
        .image(0, 0, key)
        .setScale(1 / scale)
        .setDepth(depth);
      images.push(image);
      return image;
    },
    merge(name, merged, depth) {
      // Aligned to whole texture pixels, so that nothing is blurred.
      const whole = (length: number) => Math.round(length * scale) / scale;
      const [left, top] = [whole(Math.min(...merged.map(leftOf))), whole(Math.min(...merged.map(topOf)))];
      const right = Math.max(...merged.map((image) => leftOf(image) + image.displayWidth));
      const bottom = Math.max(...merged.map((image) => topOf(image) + image.displayHeight));
      const key = cache.texture(name, right - left, bottom - top, (context) => {
        for (const image of merged) {
          const source = image.texture.getSourceImage() as HTMLCanvasElement;
          const { displayWidth, displayHeight } = image;
          const [x, y] = [whole(leftOf(image) - left), whole(topOf(image) - top)];
          context.drawImage(source, x, y, displayWidth, displayHeight);
          noteCopied(context, source, x, y, displayWidth / source.width);
        }
      });
      for (const image of merged) image.setVisible(false);
      return cache.image(key, depth).setOrigin(0, 0).setPosition(left, top);
    },
    clear(colours) {
      for (const image of images) image.destroy();
      images.length = 0;
      for (const key of keys) scene.textures.remove(key);
      keys.clear();
      // The next text may be in another script, with its own fonts.
      palette = colours ?? readPalette();
      // The window may be on another screen now.
      scale = textureScale();
    },
  };
  return cache;
}
