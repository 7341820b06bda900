import { readPalette, type Palette } from '../../stage/palette.ts';
import type { Phaser } from '../../stage/phaser.ts';
import { drawTexture, textureScale } from '../../stage/texture.ts';

/** What the painters of one scene share: colours, textures by name, and images made of them. */
export interface TextureCache {
  readonly scene: Phaser.Scene;
  readonly palette: Palette;
  /** Texture pixels for each CSS pixel. */
  readonly scale: number;
  /** Draws a texture once; a second call with the same name gives the first one's key. */
  texture(name: string, width: number, height: number, draw: (context: CanvasRenderingContext2D) => void): string;
  image(key: string, depth: number): Phaser.GameObjects.Image;
  /**
   * One image in the place of several that stand still, the first one at the bottom: it costs as much to draw as one of
   * them. They are hidden, and can be shown again when they move.
   *
   * @param name of its texture; what was merged under a name before is shown again
   */
  merge(name: string, images: readonly Phaser.GameObjects.Image[], depth: number): Phaser.GameObjects.Image;
  /** Takes all images and textures away; what is drawn next is drawn in the colours of now, or in others that are given. */
  clear(colours?: Palette): void;
}

/** Where things lie above each other. */
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

let easels = 0;

const leftOf = ({ x, displayWidth, originX }: Phaser.GameObjects.Image) => x - displayWidth * originX;
const topOf = ({ y, displayHeight, originY }: Phaser.GameObjects.Image) => y - displayHeight * originY;

/** Sets up an cache in a scene; its textures have names of their own, so that two replays never share one. */
export function textureCacheFor(scene: Phaser.Scene): TextureCache {
  const prefix = `replay-${String(++easels)}-`;
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
      // On whole pixels of the texture, so that nothing is blurred.
      const whole = (length: number) => Math.round(length * scale) / scale;
      const [left, top] = [whole(Math.min(...merged.map(leftOf))), whole(Math.min(...merged.map(topOf)))];
      const right = Math.max(...merged.map((image) => leftOf(image) + image.displayWidth));
      const bottom = Math.max(...merged.map((image) => topOf(image) + image.displayHeight));
      const key = cache.texture(name, right - left, bottom - top, (context) => {
        for (const image of merged) {
          const source = image.texture.getSourceImage() as HTMLCanvasElement;
          const { displayWidth, displayHeight } = image;
          context.drawImage(
            source,
            whole(leftOf(image) - left),
            whole(topOf(image) - top),
            displayWidth,
            displayHeight,
          );
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
      // What is drawn next may be in another script, with fonts of its own.
      palette = colours ?? readPalette();
      // The window may be on another screen now.
      scale = textureScale();
    },
  };
  return cache;
}
