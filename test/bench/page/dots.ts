/** The game's dots on the game's stage, below a Phaser scene at rest, as while a beat is read. */
import * as Unmodified from 'unmodified-phaser';
import { openDotLayer } from '../../../src/replay/dots/dot-layer.ts';
import { readPalette } from '../../../src/stage/palette.ts';
import { Phaser } from '../../../src/stage/phaser.ts';
import { createStage } from '../../../src/stage/stage.ts';
import { HEIGHT, hostElement, WIDTH, type Running } from './running.ts';

export async function runDots(count: number): Promise<Running> {
  const host = hostElement();
  const stage = await createStage(host);
  const layer = openDotLayer(stage, { dots: count });
  layer.lay(
    [
      {
        contact: 'petitioners',
        people: count,
        left: 3,
        top: 3,
        width: WIDTH - 6,
        height: HEIGHT - 6,
        origin: { x: 9, y: 9 },
      },
    ],
    readPalette(),
  );
  await stage.show(new Phaser.Scene({}));
  // A second of play in each frame; with less, dots would hardly move and not be painted every time.
  let time = 0;
  const stopFrames = stage.drive(() => {
    layer.paint((time += 1), true);
    return false;
  });
  return {
    stop() {
      stopFrames();
      layer.close();
      stage.destroy();
      host.remove();
    },
  };
}

/** An unmodified Phaser with nothing to draw, on the renderer that the game uses: what a frame costs in any case. */
export function runEmpty(): Promise<Running> {
  const host = hostElement();
  return new Promise((resolve) => {
    const create = () => {
      resolve({
        stop() {
          game.destroy(true);
          host.remove();
        },
      });
    };
    const game = new Unmodified.Game({
      type: Unmodified.CANVAS,
      parent: host,
      width: WIDTH,
      height: HEIGHT,
      banner: false,
      audio: { noAudio: true },
      scene: { create },
    });
  });
}
