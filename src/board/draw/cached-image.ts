import { rightToLeft } from '../../stage/canvas-text.ts';
import { fontArrivals } from '../../stage/fonts.ts';
import type { Phaser } from '../../stage/phaser.ts';
import { drawTexture, stillScale } from '../../stage/texture.ts';
import { theme } from '../../stage/theme.ts';
import type { Box } from '../layout/box.ts';

/** Something on the desk whose texture is redrawn only when its content has changed. */
export interface CachedImage {
  readonly image: Phaser.GameObjects.Image;
  /**
   * @param box its position, in CSS pixels
   * @param pad space around it in its texture, for its shadow; in units of drawing
   * @param scale CSS pixels of a unit of drawing
   * @param look identifies its content
   * @param draw draws in units of drawing, from the corner of the box
   */
  show(box: Box, pad: number, scale: number, look: string, draw: (context: CanvasRenderingContext2D) => void): void;
  destroy(): void;
}

export function createCachedImage(scene: Phaser.Scene, key: string, depth: number): CachedImage {
  const image = scene.add.image(0, 0, '__DEFAULT').setOrigin(0, 0).setDepth(depth).setVisible(false);
  let drawn = '';
  return {
    image,
    show(box, pad, scale, look, draw) {
      const room = pad * scale;
      const settled = [stillScale(), fontArrivals(), rightToLeft(), theme()];
      const now = [box.width, box.height, pad, scale, ...settled, look].join('|');
      if (now !== drawn) {
        drawn = now;
        const [width, height] = [box.width + room * 2, box.height + room * 2];
        const paint = (context: CanvasRenderingContext2D) => {
          context.scale(scale, scale);
          context.translate(pad, pad);
          draw(context);
        };
        drawTexture(scene, key, width, height, paint, stillScale());
        image.setTexture(key).setScale(1 / stillScale());
      }
      image.setPosition(Math.round(box.x - room), Math.round(box.y - room)).setVisible(true);
    },
    destroy() {
      image.destroy();
      if (scene.textures.exists(key)) scene.textures.remove(key);
    },
  };
}
