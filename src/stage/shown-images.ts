import { Phaser } from './phaser.ts';
import { writtenOn, type Written } from './written.ts';

/** An image that the stage shows, the lowest first. */
export interface ShownImage {
  /** The key of its texture. */
  readonly name: string;
  readonly source: HTMLCanvasElement;
  /** What of the source it shows. */
  readonly part: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly alpha: number;
  /** From pixels of the source to pixels of the stage's canvas: `a`, `b`, `c`, `d`, `e`, `f` as the 2D canvas has them. */
  readonly matrix: readonly number[];
  readonly written: readonly Written[];
}

/** Everything that a game shows as images of canvases, in the order in which it is drawn. */
export function shownImages(game: Phaser.Game): ShownImage[] {
  return game.scene.getScenes(true).flatMap((scene) => {
    const { zoom } = scene.cameras.main;
    const images = scene.children.list.filter((child) => child instanceof Phaser.GameObjects.Image);
    const lowestFirst = images.toSorted((one, other) => one.depth - other.depth);
    return lowestFirst.flatMap((image): ShownImage[] => {
      const source = image.texture.getSourceImage();
      if (!image.visible || image.alpha < 0.05 || !(source instanceof HTMLCanvasElement)) return [];
      const { a, b, c, d, tx, ty } = image.getWorldTransformMatrix();
      const { cutX: x, cutY: y, cutWidth: width, cutHeight: height } = image.frame;
      const [left, top] = [-width * image.originX - x, -height * image.originY - y];
      const matrix = [a, b, c, d, tx + a * left + c * top, ty + b * left + d * top].map((part) => part * zoom);
      return [
        {
          name: image.texture.key,
          source,
          part: { x, y, width, height },
          alpha: image.alpha,
          matrix,
          written: writtenOn(source),
        },
      ];
    });
  });
}
