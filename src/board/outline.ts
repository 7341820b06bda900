import type { Phaser } from '../stage/phaser.ts';
import { drawTexture, textureScale } from '../stage/texture.ts';
import type { Box } from './box.ts';
import type { TrayState } from './draw-tray.ts';

/** The edge of a tray that lights up while cards could be put there. */
export interface Outline {
  show(box: Box, state: TrayState, ink: string, scale: number): void;
  destroy(): void;
}

const SIZE = 48;
const EDGE = 20;
const GLOW = 8;

/**
 * The edge as a small texture that is stretched between its corners, for one ink and state: nothing as large as a tray
 * has to be drawn at the moment when a card is taken up.
 */
function edgeTexture(scene: Phaser.Scene, state: TrayState, ink: string, scale: number): string {
  const key = `outline-${state}-${ink}-${String(scale)}-${String(textureScale())}`;
  if (scene.textures.exists(key)) return key;
  return drawTexture(scene, key, SIZE * scale, SIZE * scale, (context) => {
    context.scale(scale, scale);
    const lit = state === 'hover';
    context.beginPath();
    context.roundRect(GLOW, GLOW, SIZE - GLOW * 2, SIZE - GLOW * 2, 7);
    if (lit) {
      context.fillStyle = 'rgba(255, 255, 255, 0.5)';
      context.fill();
      context.shadowColor = ink;
      context.shadowBlur = 7 * scale * textureScale();
    }
    context.strokeStyle = ink;
    context.lineWidth = lit ? 3.5 : 2;
    context.stroke();
  });
}

export function createOutline(scene: Phaser.Scene, depth: number): Outline {
  let image: Phaser.GameObjects.NineSlice | null = null;
  return {
    show(box, state, ink, scale) {
      if (state === 'rest') {
        image?.setVisible(false);
        return;
      }
      const ratio = textureScale();
      const key = edgeTexture(scene, state, ink, scale);
      const edge = EDGE * scale * ratio;
      image ??= scene.add
        .nineslice(0, 0, key, undefined, 100, 100, edge, edge, edge, edge)
        .setOrigin(0, 0)
        .setDepth(depth);
      const room = GLOW * scale;
      image
        .setTexture(key)
        .setSlices((box.width + room * 2) * ratio, (box.height + room * 2) * ratio, edge, edge, edge, edge)
        .setScale(1 / ratio)
        .setPosition(box.x - room, box.y - room)
        .setVisible(true);
    },
    destroy() {
      image?.destroy();
    },
  };
}
