import { drive, type Frame } from './frame-loop.ts';
import { Phaser } from './phaser.ts';
import { shownImages } from './shown-images.ts';
import { noteTexturesLost } from './texture.ts';

/** One Phaser game that fills an element of the page and shows one scene at a time. */
export interface Stage {
  readonly game: Phaser.Game;
  readonly host: HTMLElement;
  /** Size in CSS pixels, which are also the world units of every scene. */
  size(): { readonly width: number; readonly height: number };
  /** Draws the scene on the canvas at once, instead of with the next frame. */
  drawNow(): void;
  /** Replaces the current scene, and leaves Phaser's loop asleep; resolves when `create` has run. */
  show(scene: Phaser.Scene): Promise<void>;
  /** Draws the current scene only when it has changed, instead of sixty times a second. */
  drive(frame: Frame): () => void;
  /** Moves the canvas to another element, so that the game boots once for a whole session. */
  moveTo(host: HTMLElement): void;
  /** Calls back after a change of the size or of the screen's pixel ratio; returns the function that stops it. */
  onResize(listener: () => void): () => void;
  destroy(): void;
}

/** The textures that Phaser shows where one is missing. */
const DEFAULT_TEXTURES = ['__DEFAULT', '__MISSING', '__WHITE'];

/**
 * Boots a game with its default textures there at once: by itself, Phaser decodes an image for each, and starts only
 * after three more tasks of the browser.
 */
async function boot(config: Phaser.Types.Core.GameConfig): Promise<Phaser.Game> {
  return new Promise((ready) => {
    const preBoot = (game: Phaser.Game) => {
      game.events.once(Phaser.Core.Events.BOOT, () => {
        for (const key of DEFAULT_TEXTURES) {
          game.textures.create(key, document.createElement('canvas'), 1, 1)?.add('__BASE', 0, 0, 0, 1, 1);
          game.textures.emit(Phaser.Textures.Events.LOAD, key);
        }
      });
      game.events.once(Phaser.Core.Events.READY, () => {
        ready(game);
      });
    };
    const images = { default: null, missing: null, white: null };
    void new Phaser.Game({ ...config, images, callbacks: { preBoot } });
  });
}

/**
 * Boots Phaser in an element.
 * The canvas has as many pixels as the device (CSS size × device pixel ratio) and the camera is zoomed by that ratio:
 * Phaser's own scale modes ignore the ratio and blur the picture. The style size is set by hand because Phaser skips it
 * when the ratio is 1.
 * @param host an element with a size; the canvas fills it
 */
export async function createStage(host: HTMLElement): Promise<Stage> {
  let current = host;
  let shownKey: string | null = null;
  let count = 0;
  const listeners = new Set<() => void>();
  const size = () => ({ width: Math.max(1, current.clientWidth), height: Math.max(1, current.clientHeight) });
  /** How much larger than its own size the canvas is shown: the `zoom` of its style, for a projector. */
  const magnification = () => {
    const shown = current.getBoundingClientRect().width / current.offsetWidth;
    // Without the transform of the replay's camera, which is temporary and does not change the canvas's pixels.
    return shown / new DOMMatrix(getComputedStyle(current).transform).a || 1;
  };
  const ratio = () => (globalThis.devicePixelRatio || 1) * magnification();

  const { width, height } = size();
  const game = await boot({
    // On a graphics card too, browsers draw a plain canvas fast enough for some hundred images, and start it sooner than
    // WebGL. Crowds have a WebGL canvas of their own (src/replay/dots/).
    type: Phaser.CANVAS,
    parent: host,
    width: Math.round(width * ratio()),
    height: Math.round(height * ratio()),
    transparent: true,
    banner: false,
    audio: { noAudio: true },
    // The page handles the pointers and the keys (docs/architecture.md).
    input: { keyboard: false, mouse: false, touch: false, windowEvents: false },
    render: { roundPixels: false },
    scale: { mode: Phaser.Scale.NONE, zoom: 1 / ratio() },
    scene: [],
  });

  const fitCamera = (scene: Phaser.Scene) => {
    const camera = scene.cameras.main;
    camera.setOrigin(0, 0);
    camera.setZoom(ratio());
  };

  const drawNow = () => {
    game.renderer.preRender();
    game.scene.render(game.renderer);
    game.renderer.postRender();
  };

  let fitted = '';

  /** Fits the canvas to its element, unless that has the same size and pixel ratio as before. */
  const fit = () => {
    const now = size();
    const wanted = [now.width, now.height, ratio()].join(' ');
    if (wanted === fitted) return;
    fitted = wanted;
    const deviceWidth = Math.round(now.width * ratio());
    const deviceHeight = Math.round(now.height * ratio());
    game.scale.setZoom(1 / ratio());
    if (game.scale.width !== deviceWidth || game.scale.height !== deviceHeight) {
      game.scale.resize(deviceWidth, deviceHeight);
    }
    game.canvas.style.width = `${String(now.width)}px`;
    game.canvas.style.height = `${String(now.height)}px`;
    // Measures the canvas again; otherwise pointers would be mapped to its old position.
    game.scale.refresh();
    for (const scene of game.scene.getScenes(true)) fitCamera(scene);
    // A resized canvas is empty, so it is drawn before anyone sees it.
    if (shownKey !== null) drawNow();
    for (const listener of listeners) listener();
  };

  const observer = new ResizeObserver(fit);
  const gone = new AbortController();

  /** The size of a window does not change when it moves to a screen with another pixel ratio. */
  const followScreen = () => {
    const sameScreen = matchMedia(`(resolution: ${String(globalThis.devicePixelRatio)}dppx)`);
    const moved = () => {
      fit();
      followScreen();
    };
    sameScreen.addEventListener('change', moved, { once: true, signal: gone.signal });
  };

  // The code that shows a scene wakes the loop when something is to be drawn.
  game.loop.sleep();
  observer.observe(current);
  followScreen();
  // For tests, which ask of each word on the canvas whether it can be read.
  Object.assign(game.canvas, { shownImages: () => shownImages(game) });
  // After the graphics card was reset, all canvases are empty, even those of a desk that sleeps.
  game.canvas.addEventListener('contextrestored', () => {
    noteTexturesLost();
    fitted = '';
    fit();
  });
  fit();
  return {
    game,
    get host() {
      return current;
    },
    size,
    drawNow,
    drive: (frame) => drive(game, frame, drawNow),
    show(scene) {
      return new Promise((shown) => {
        if (shownKey) {
          game.scene.remove(shownKey);
          // Clears the canvas, because the next scene may have to wait for its fonts.
          drawNow();
        }
        const key = `scene-${String(++count)}`;
        shownKey = key;
        // Phaser prefers a scene's own key, which would clash when the same kind of scene is shown again.
        scene.sys.settings.key = key;
        game.scene.add(key, scene, true);
        const whenCreated = () => {
          const started = game.scene.getScene(key) as Phaser.Scene | null;
          // Phaser queues a scene that is added in the middle of a step, and then it has no event emitter yet.
          if (!started) {
            if (shownKey === key) game.events.once(Phaser.Core.Events.POST_STEP, whenCreated);
            game.loop.wake();
            return;
          }
          const ready = () => {
            fitCamera(started);
            shown();
          };
          if (started.sys.settings.status >= Phaser.Scenes.RUNNING) ready();
          else started.events.once(Phaser.Scenes.Events.CREATE, ready);
        };
        whenCreated();
      });
    },
    moveTo(next) {
      observer.unobserve(current);
      current = next;
      next.append(game.canvas);
      observer.observe(next);
      fit();
    },
    onResize(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    destroy() {
      observer.disconnect();
      gone.abort();
      listeners.clear();
      game.destroy(true);
      // The scene ends in its next step, which a sleeping loop would never take.
      game.loop.wake();
    },
  };
}
