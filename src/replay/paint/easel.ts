import { readPalette, type Palette } from '../../stage/palette.ts';
import type { Phaser } from '../../stage/phaser.ts';
import { drawTexture, textureScale } from '../../stage/texture.ts';

/** What the painters of one scene share: colours, textures by name, and images made of them. */
export interface Easel {
  readonly scene: Phaser.Scene;
  readonly palette: Palette;
  /** Texture pixels for each CSS pixel. */
  readonly scale: number;
  /** Draws a texture once; a second call with the same name gives the first one's key. */
  texture(name: string, width: number, height: number, draw: (context: CanvasRenderingContext2D) => void): string;
  image(key: string, depth: number): Phaser.GameObjects.Image;
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
  prop: 70,
} as const;

let easels = 0;

/** Sets up an easel in a scene; its textures have names of their own, so that two replays never share one. */
export function easelFor(scene: Phaser.Scene): Easel {
  const prefix = `replay-${String(++easels)}-`;
  const keys = new Set<string>();
  const images: Phaser.GameObjects.Image[] = [];
  let palette = readPalette();
  return {
    scene,
    get palette() {
      return palette;
    },
    scale: textureScale(),
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
        .setScale(1 / textureScale())
        .setDepth(depth);
      images.push(image);
      return image;
    },
    clear(colours) {
      for (const image of images) image.destroy();
      images.length = 0;
      for (const key of keys) scene.textures.remove(key);
      keys.clear();
      // What is drawn next may be in another script, with fonts of its own.
      palette = colours ?? readPalette();
    },
  };
}
