import type { Stage } from '../../stage/stage.ts';
import type { Speed } from './dot-budget.ts';
import { canvasPainter } from './canvas-dots.ts';
import { glPainter } from './webgl-dots.ts';
import type { DotPainter } from './dot-painter.ts';

/** What draws the dots of one stage: WebGL where there is any, and the plain canvas where not, or while it is lost. */
export interface DotRenderer {
  /** Puts the canvas of the painter that works now below the stage's, in the size of the stage. */
  take(): DotPainter | null;
  /** Device pixels for each CSS pixel: fewer than the device has where it draws slowly. */
  ratio(): number;
  /** How fast WebGL is here, once it was measured. */
  speed: Speed | null;
  /** Called when WebGL was lost, and when it is back. */
  changed: () => void;
  leave(): void;
}

/** A frame without any dots that takes longer, in milliseconds, is drawn in fewer pixels. */
const SLOW_PAPER = 12;
const STYLE = [
  ['position', 'absolute'],
  ['inset', '0'],
  ['pointer-events', 'none'],
] as const;

const renderers = new WeakMap<Stage, DotRenderer>();

/** The renderer of a stage. There is one for the whole session: browsers give a page only a few contexts. */
export function dotRendererOf(stage: Stage): DotRenderer {
  const found = renderers.get(stage);
  if (found) return found;
  const gl = glPainter(() => renderer.changed());
  let spare: DotPainter | null = null;
  let shown: DotPainter | null = null;

  const put = ({ canvas, kind }: DotPainter) => {
    canvas.dataset['dots'] = kind;
    for (const [name, value] of STYLE) canvas.style.setProperty(name, value);
    // Of two that are positioned the later one is on top: the stage's.
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
