import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Phaser } from '../../src/stage/phaser.ts';
import { drawTexture } from '../../src/stage/texture.ts';

class FakeCanvas {
  width = 300;
  height = 150;
  readonly context: object;
  constructor(canSay: boolean, lost = false) {
    const context = { canvas: this, scale: () => undefined };
    this.context = canSay ? { ...context, isContextLost: () => lost } : context;
  }
  getContext(): object {
    return this.context;
  }
}

/** A scene whose textures are these canvases. */
function sceneOf() {
  const made = new Map<string, FakeCanvas>();
  const textures = {
    exists: (key: string) => made.has(key),
    get: (key: string) => ({ getSourceImage: () => made.get(key) }),
    remove: (key: string) => made.delete(key),
    create(key: string, canvas: FakeCanvas) {
      made.set(key, canvas);
      return { add: () => undefined };
    },
  };
  return { made, scene: { textures } as unknown as Phaser.Scene };
}

const inBrowser = (canvas: () => FakeCanvas) => {
  vi.stubGlobal('HTMLCanvasElement', FakeCanvas);
  vi.stubGlobal('document', { createElement: canvas });
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a texture that is drawn again', () => {
  const drawTwice = (canvas: () => FakeCanvas, width = 20) => {
    inBrowser(canvas);
    const { made, scene } = sceneOf();
    drawTexture(scene, 'card', 10, 10, () => undefined, 2);
    const first = made.get('card');
    drawTexture(scene, 'card', width / 2, 10, () => undefined, 2);
    return { first, second: made.get('card') };
  };

  test('keeps its canvas, also in a browser that cannot say whether it was lost', () => {
    for (const canSay of [true, false]) {
      const { first, second } = drawTwice(() => new FakeCanvas(canSay));
      expect(second).toBe(first);
      expect([second?.width, second?.height]).toEqual([20, 20]);
    }
  });

  test('has a new canvas in a new size, or when the graphics card has lost the old one', () => {
    const resized = drawTwice(() => new FakeCanvas(true), 30);
    expect(resized.second).not.toBe(resized.first);
    const lost = drawTwice(() => new FakeCanvas(true, true));
    expect(lost.second).not.toBe(lost.first);
  });
});
