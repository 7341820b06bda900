import type { Stage } from '../../stage/stage.ts';
import type { Speed } from './dot-budget.ts';
import { canvasPainter } from './canvas-dots.ts';
import { glPainter } from './webgl-dots.ts';
import type { DotPainter } from './dot-painter.ts';

/** Draws the dots of one stage with WebGL, or with the plain canvas when there is no WebGL or its context is lost. */
export interface DotRenderer {
  /** Puts the canvas of the current painter below the stage's, in the size of the stage. */
  take(): DotPainter | null;
  /** Device pixels for each CSS pixel: fewer than the device has when it draws slowly. */
  ratio(): number;
  /** The measured speed of WebGL on this device. */
  speed: Speed | null;
  /** Called when the WebGL context was lost, and when it is back. */
  changed: () => void;
  leave(): void;
}

/** If a frame without dots takes more milliseconds than this, the resolution is lowered. */
const SLOW_PAPER = 12;
const STYLE = [
  ['position', 'absolute'],
  ['inset', '0'],
  ['pointer-events', 'none'],
] as const;

const renderers = new WeakMap<Stage, DotRenderer>();

/** Returns the renderer of a stage. One serves the whole session, because browsers give a page only a few contexts. */
export function dotRendererOf(stage: Stage): DotRenderer {
  const found = renderers.get(stage);
  if (found) return found;
  const gl = glPainter(() => renderer.changed());
  let spare: DotPainter | null = null;
  let shown: DotPainter | null = null;

  const put = ({ canvas, kind }: DotPainter) => {
    canvas.dataset['dots'] = kind;
    for (const [name, value] of STYLE) canvas.style.setProperty(name, value);
    // Of two positioned elements the later one is on top: the stage's.
    stage.game.canvas.style.setProperty('position', 'relative');
    stage.host.prepend(canvas);
  };

  const renderer: DotRenderer = {
    speed: null,
    changed: () => {},
    ratio() {
      const device = globalThis.devicePixelRatio || 1;
      return (this.speed?.bare ?? 0) > SLOW_PAPER ? Math.min(1, device) : device;
    },
    take() {
      const next = gl?.ready() ? gl : (spare ??= canvasPainter());
      if (next !== shown) shown?.canvas.remove();
      shown = next;
      if (!next) return null;
      if (next.canvas.parentElement !== stage.host) put(next);
      const { width, height } = stage.size();
      next.resize(width, height, this.ratio());
      next.canvas.style.setProperty('width', `${String(width)}px`);
      next.canvas.style.setProperty('height', `${String(height)}px`);
      return next;
    },
    leave() {
      renderer.changed = () => {};
      shown?.canvas.remove();
      shown = null;
    },
  };
  renderers.set(stage, renderer);
  return renderer;
}
