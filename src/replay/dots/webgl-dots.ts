import type { DotColours, DotPainter, ShownCrowd } from './dot-painter.ts';
import { DRY } from './ink-front.ts';
import { RIM } from './crowd-place.ts';
import {
  CROWDS,
  DOT_FRAGMENT,
  DOT_VERTEX,
  DUST_FRAGMENT,
  STAIN_FRAGMENT,
  STAIN_VERTEX,
  STAIN_VERTICES,
  VECTORS,
} from './shader.ts';

/** The uniforms of a program that are set for each frame. */
interface Program {
  readonly program: WebGLProgram;
  readonly place: (name: string) => WebGLUniformLocation | null;
}

interface Programs {
  readonly stain: Program;
  readonly dots: Program;
  readonly dust: Program;
}

/**
 * Draws crowds with WebGL 2, with a point of `gl.POINTS` for each person. No buffer holds a dot: the vertex shader
 * works out a dot's position from its number.
 * @param changed called when the context was lost, and when it was restored
 * @returns null when there is no WebGL 2
 */
export function glPainter(changed: () => void): DotPainter | null {
  const canvas = document.createElement('canvas');
  const gl = canvas.getContext('webgl2', { antialias: false, depth: false, stencil: false });
  if (!gl) return null;
  let programs: Programs | null = build(gl);
  if (!programs) return null;
  let ratio = 1;
  let dipped: DotColours | null = null;
  const data = new Float32Array(CROWDS * VECTORS * 4);

  canvas.addEventListener('webglcontextlost', (event) => {
    // Without this the browser never restores the context.
    event.preventDefault();
    programs = null;
    changed();
  });
  canvas.addEventListener('webglcontextrestored', () => {
    programs = build(gl);
    dipped = null;
    changed();
  });

  const use = ({ program, place }: Program, time: number) => {
    gl.useProgram(program);
    gl.uniform4f(place('view'), 2 / canvas.width, 2 / canvas.height, time, 0);
  };

  /** Colours are set only when they change, which is rare. */
  const dip = ({ stain, dots, dust }: Programs, colours: DotColours) => {
    const inks = [
      [stain, 'seenColour', colours.seen],
      [dots, 'plainColour', colours.plain],
      [dots, 'seenColour', colours.seen],
      [dust, 'plainColour', colours.plain],
      [dust, 'seenColour', colours.seen],
    ] as const;
    for (const [{ program, place }, name, colour] of inks) {
      gl.useProgram(program);
      gl.uniform3fv(place(name), rgb(colour));
    }
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  };

  /** The papers below the crowds, made by clearing rectangles, which is cheaper than drawing them. */
  const spread = (crowds: readonly ShownCrowd[], paper: string) => {
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    const [red = 0, green = 0, blue = 0] = rgb(paper);
    gl.clearColor(red, green, blue, 1);
    gl.enable(gl.SCISSOR_TEST);
    for (const { crowd, left, top } of crowds) {
      const [x, y] = [Math.round((left - RIM) * ratio), Math.round((top - RIM) * ratio)];
      const right = Math.round((left + crowd.width + RIM) * ratio);
      const bottom = Math.round((top + crowd.height + RIM) * ratio);
      gl.scissor(x, canvas.height - bottom, right - x, bottom - y);
      gl.clear(gl.COLOR_BUFFER_BIT);
    }
    gl.disable(gl.SCISSOR_TEST);
  };

  /** One draw call for as many crowds as a program takes, each of them an instance. */
  const draw = (crowds: readonly ShownCrowd[], { place }: Program, mode: number, vertices: number) => {
    for (const [index, shown] of crowds.entries()) describe(data, index, shown, ratio);
    gl.uniform4fv(place('crowds'), data, 0, crowds.length * VECTORS * 4);
    gl.drawArraysInstanced(mode, 0, vertices, crowds.length);
  };

  return {
    canvas,
    kind: 'webgl',
    ready: () => programs !== null && !gl.isContextLost(),
    resize(width, height, next) {
      ratio = next;
      const [across, down] = [Math.max(1, Math.round(width * ratio)), Math.max(1, Math.round(height * ratio))];
      if (canvas.width === across && canvas.height === down) return;
      canvas.width = across;
      canvas.height = down;
    },
    paint(crowds, colours, time) {
      if (!programs) return;
      if (dipped !== colours) dip(programs, colours);
      dipped = colours;
      gl.viewport(0, 0, canvas.width, canvas.height);
      spread(crowds, colours.paper);
      if (crowds.length === 0) return;
      const wet = crowds.filter(({ front }) => front > DRY);
      if (wet.length > 0) use(programs.stain, time);
      for (const some of chunks(wet, CROWDS)) draw(some, programs.stain, gl.TRIANGLES, STAIN_VERTICES);
      const [dust, dots] = [crowds.filter(isDust), crowds.filter((shown) => !isDust(shown))];
      if (dots.length > 0) use(programs.dots, time);
      for (const some of chunks(dots, CROWDS)) draw(some, programs.dots, gl.POINTS, most(some));
      if (dust.length > 0) use(programs.dust, time);
      // Crowds this large differ too much in size to share a draw call.
      for (const one of dust) draw([one], programs.dust, gl.POINTS, one.crowd.dots);
    },
    finish() {
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    },
  };
}

const isDust = ({ crowd }: ShownCrowd) => crowd.wind > 0;
const most = (crowds: readonly ShownCrowd[]) => Math.max(...crowds.map(({ crowd }) => crowd.dots));

function chunks<Item>(items: readonly Item[], size: number): (readonly Item[])[] {
  if (items.length <= size) return items.length > 0 ? [items] : [];
  return [items.slice(0, size), ...chunks(items.slice(size), size)];
}

/** Writes the vectors of one crowd, in device pixels and in the order of shader.ts. */
function describe(
  data: Float32Array,
  index: number,
  { crowd, left, top, front, look }: ShownCrowd,
  ratio: number,
): void {
  const { width, height, dots, seed, jitter, stroll, wind, origin, reach, lobes } = crowd;
  data.set(
    [
      left * ratio,
      top * ratio,
      width * ratio,
      height * ratio,
      dots,
      seed,
      jitter * ratio,
      wind > 0 ? wind : stroll * ratio,
      origin.x * ratio,
      origin.y * ratio,
      reach * ratio,
      front,
      look.plain * ratio,
      look.seen * ratio,
      look.plainAlpha,
      look.seenAlpha,
      lobes.x,
      lobes.y,
      (jitter / 2 + stroll) * ratio,
      ratio,
    ],
    index * VECTORS * 4,
  );
}

function build(gl: WebGL2RenderingContext): Programs | null {
  const stain = link(gl, STAIN_VERTEX, STAIN_FRAGMENT);
  const dots = link(gl, DOT_VERTEX(false), DOT_FRAGMENT);
  const dust = link(gl, DOT_VERTEX(true), DUST_FRAGMENT);
  return stain && dots && dust ? { stain, dots, dust } : null;
}

function link(gl: WebGL2RenderingContext, vertex: string, fragment: string): Program | null {
  const program = gl.createProgram();
  const shaders = [gl.createShader(gl.VERTEX_SHADER), gl.createShader(gl.FRAGMENT_SHADER)];
  for (const [index, shader] of shaders.entries()) {
    if (!shader) return null;
    gl.shaderSource(shader, index === 0 ? vertex : fragment);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  // The program keeps what it needs from the shaders.
  for (const shader of shaders) gl.deleteShader(shader);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) {
    gl.deleteProgram(program);
    return null;
  }
  const places = new Map<string, WebGLUniformLocation | null>();
  const place = (name: string) => {
    if (!places.has(name)) places.set(name, gl.getUniformLocation(program, name));
    return places.get(name) ?? null;
  };
  return { program, place };
}

const known = new Map<string, Float32Array>();

/** Returns a colour of the palette as shares of red, green and blue. */
function rgb(colour: string): Float32Array {
  const found = known.get(colour);
  if (found) return found;
  const hex = Number.parseInt(/^#([\da-f]{6})$/i.exec(colour)?.[1] ?? '0', 16);
  const parts = Float32Array.of((hex >> 16) / 255, ((hex >> 8) & 255) / 255, (hex & 255) / 255);
  known.set(colour, parts);
  return parts;
}
