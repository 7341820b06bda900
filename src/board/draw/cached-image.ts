import { rightToLeft } from '../../stage/canvas-text.ts';
import { fontArrivals } from '../../stage/fonts.ts';
import type { Phaser } from '../../stage/phaser.ts';
import { drawTexture, stillScale, textureLosses } from '../../stage/texture.ts';
import { theme } from '../../stage/theme.ts';
import type { Box } from '../layout/box.ts';

/** What an image shows, and where. */
export interface Drawing {
  /** Its position, in CSS pixels. */
  readonly box: Box;
  /** Space around it in its texture, for its shadow; in units of drawing. */
  readonly pad: number;
  /** CSS pixels of a unit of drawing. */
  readonly scale: number;
  /** Identifies its content. */
  readonly look: string;
  /** Draws in units of drawing, from the corner of the box. */
  readonly draw: (context: CanvasRenderingContext2D) => void;
}

/** Something on the desk whose texture is redrawn only when its content has changed. */
export interface CachedImage {
  readonly image: Phaser.GameObjects.Image;
  show(drawing: Drawing): void;
  /** True if showing this would not redraw the texture. */
  has(drawing: Drawing): boolean;
  destroy(): void;
}

/** Identifies everything that a texture depends on. */
function contentOf({ box, pad, scale, look }: Drawing): string {
  const settled = [stillScale(), fontArrivals(), textureLosses(), rightToLeft(), theme()];
  return [box.width, box.height, pad, scale, ...settled, look].join('|');
}

export function createCachedImage(scene: Phaser.Scene, key: string, depth: number): CachedImage {
  const image = scene.add.image(0, 0, '__DEFAULT').setOrigin(0, 0).setDepth(depth).setVisible(false);
  let drawn = '';
  return {
    image,
    show(drawing) {
      const { box, pad, scale, draw } = drawing;
      const room = pad * scale;
      const content = contentOf(drawing);
      if (content !== drawn) {
        drawn = content;
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
    has: (drawing) => contentOf(drawing) === drawn,
    destroy() {
      image.destroy();
      if (scene.textures.exists(key)) scene.textures.remove(key);
    },
  };
}
