/** The same dots as Phaser's own images, with the settings that proved fastest. */
import * as Phaser from 'unmodified-phaser';
import { HEIGHT, hostElement, WIDTH, type Running } from './running.ts';

export function runImages(count: number, size: number): Promise<Running> {
  const host = hostElement();
  return new Promise((resolve) => {
    class Images extends Phaser.Scene {
      private dots: { image: Phaser.GameObjects.Image; x: number; y: number; phase: number }[] = [];

      create() {
        const texture = this.textures.createCanvas('dot', 4, 4);
        if (!texture) throw new Error('No texture.');
        texture.context.fillStyle = '#1f5a8c';
        texture.context.fillRect(0, 0, 4, 4);
        texture.refresh();
        for (let dot = 0; dot < count; dot++) {
          const along = (Math.imul(dot, 0x9e3779b9) >>> 0) / 2 ** 32;
          const [x, y] = [2 + along * (WIDTH - 4), 2 + ((dot + 0.5) / count) * (HEIGHT - 4)];
          const image = this.add.image(x, y, 'dot').setScale(size / 4);
          this.dots.push({ image, x, y, phase: along * 6.28 });
        }
        resolve({
          stop: () => {
            game.destroy(true);
            host.remove();
          },
        });
      }

      override update(now: number) {
        const time = now / 1000;
        for (const { image, x, y, phase } of this.dots) {
          image.x = x + 2 * Math.sin(time + phase);
          image.y = y + 2 * Math.cos(time * 0.83 + phase);
        }
      }
    }
    const game = new Phaser.Game({
      type: Phaser.WEBGL,
      parent: host,
      width: WIDTH,
      height: HEIGHT,
      banner: false,
      audio: { noAudio: true },
      render: { antialiasGL: false, maxTextures: 1, batchSize: 1024 },
      scene: [new Images()],
    });
  });
}
