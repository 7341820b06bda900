import type { Phaser } from '../../stage/phaser.ts';
import { drawTexture, textureLosses, textureScale } from '../../stage/texture.ts';
import type { Box } from '../layout/box.ts';
import type { TrayState } from '../view.ts';

/** The colour of the edge, and of the glow on a tray. */
export interface OutlineInk {
  readonly ink: string;
  readonly sheen: string;
}

/** The edge of a tray that lights up while it could take cards. */
export interface Outline {
  show(box: Box, state: TrayState, ink: OutlineInk, scale: number): void;
  destroy(): void;
}

const SIZE = 48;
const EDGE = 20;
const GLOW = 8;

const edgeKey = (state: TrayState, { ink, sheen }: OutlineInk, scale: number) =>
  ['outline', state, ink, sheen, scale, textureScale(), textureLosses()].join('-');

const isLit = (state: TrayState) => state === 'ready' || state === 'hover';

/** True if an edge for this state needs no drawing. */
export function hasEdge(scene: Phaser.Scene, state: TrayState, inks: OutlineInk, scale: number): boolean {
  return !isLit(state) || scene.textures.exists(edgeKey(state, inks, scale));
}

/**
 * Draws the edge as a small texture for one ink and state, which is stretched between its corners, so that nothing as
 * large as a tray has to be drawn when a card is picked up.
 */
function edgeTexture(scene: Phaser.Scene, state: TrayState, inks: OutlineInk, scale: number): string {
  const { ink, sheen } = inks;
  const key = edgeKey(state, inks, scale);
  if (scene.textures.exists(key)) return key;
  drawTexture(scene, key, SIZE * scale, SIZE * scale, (context) => {
    context.scale(scale, scale);
    const lit = state === 'hover';
    context.beginPath();
    context.roundRect(GLOW, GLOW, SIZE - GLOW * 2, SIZE - GLOW * 2, 7);
    if (lit) {
      context.fillStyle = sheen;
      context.fill();
      context.shadowColor = ink;
      context.shadowBlur = 7 * scale * textureScale();
    }
    context.strokeStyle = ink;
    context.lineWidth = lit ? 3.5 : 2;
    context.stroke();
  });
  const texture = scene.textures.get(key);
  const { width, height } = texture.getSourceImage();
  const edge = Math.round(EDGE * scale * textureScale());
  for (const [row, [y, tall]] of sides(height, edge).entries()) {
    for (const [column, [x, wide]] of sides(width, edge).entries()) {
      texture.add(pieceName(row, column), 0, x, y, wide, tall);
    }
  }
  return key;
}

/** Start and length of edge, middle and edge along one side. */
function sides(
  length: number,
  edge: number,
): readonly [readonly [number, number], readonly [number, number], readonly [number, number]] {
  return [
    [0, edge],
    [edge, length - edge * 2],
    [length - edge, edge],
  ];
}

const pieceName = (row: number, column: number) => `${String(row)}-${String(column)}`;

/** Nine images instead of Phaser's NineSlice, which the plain canvas does not draw. */
export function createOutline(scene: Phaser.Scene, depth: number): Outline {
  let pieces: Phaser.GameObjects.Image[] = [];
  return {
    show(box, state, ink, scale) {
      if (!isLit(state)) {
        for (const piece of pieces) piece.setVisible(false);
        return;
      }
      const key = edgeTexture(scene, state, ink, scale);
      if (pieces.length === 0) {
        pieces = Array.from({ length: 9 }, () => scene.add.image(0, 0, key).setOrigin(0, 0).setDepth(depth));
      }
      const room = GLOW * scale;
      const edge = EDGE * scale;
      for (const [row, [y, tall]] of sides(box.height + room * 2, edge).entries()) {
        for (const [column, [x, wide]] of sides(box.width + room * 2, edge).entries()) {
          pieces[row * 3 + column]
            ?.setTexture(key, pieceName(row, column))
            .setPosition(box.x - room + x, box.y - room + y)
            .setDisplaySize(wide, tall)
            .setVisible(true);
        }
      }
    },
    destroy() {
      for (const piece of pieces) piece.destroy();
      pieces = [];
    },
  };
}
