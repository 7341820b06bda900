/** The same number of moving dots in the simplest WebGL possible: the baseline for the game's own. */
import { WIDTH, HEIGHT, type Running } from './running.ts';

const VERTEX = `#version 300 es
in vec4 dot;
uniform vec4 view;
void main() {
  vec2 place = dot.xy + dot.z * vec2(sin(view.z + dot.w), cos(view.z * 0.83 + dot.w));
  gl_Position = vec4(place * view.xy * vec2(1.0, -1.0) + vec2(-1.0, 1.0), 0.0, 1.0);
  gl_PointSize = view.w;
}`;
const FRAGMENT = `#version 300 es
precision mediump float;
out vec4 colour;
void main() { colour = vec4(0.12, 0.35, 0.55, 1.0); }`;

/** Bytes for each dot: position, radius and phase. */
export const BARE_BYTES = 16;

export function runBare(count: number, size: number): Running {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  document.body.append(canvas);
  const gl = canvas.getContext('webgl2', { antialias: false, depth: false, stencil: false });
  if (!gl) throw new Error('There is no WebGL 2 here.');
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(kind);
    if (!shader) throw new Error('No shader.');
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  gl.useProgram(program);
  const data = new Float32Array(count * 4);
  for (let dot = 0; dot < count; dot++) {
    const along = (Math.imul(dot, 0x9e3779b9) >>> 0) / 2 ** 32;
    data.set([2 + along * (WIDTH - 4), 2 + ((dot + 0.5) / count) * (HEIGHT - 4), 2, along * 6.28], dot * 4);
  }
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ARRAY_BUFFER, data, gl.STATIC_DRAW);
  const place = gl.getAttribLocation(program, 'dot');
  gl.enableVertexAttribArray(place);
  gl.vertexAttribPointer(place, 4, gl.FLOAT, false, 0, 0);
  const view = gl.getUniformLocation(program, 'view');
  let stopped = false;
  const frame = (now: number) => {
    if (stopped) return;
    gl.clearColor(0.9, 0.9, 0.9, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.uniform4f(view, 2 / WIDTH, 2 / HEIGHT, now / 1000, size);
    gl.drawArrays(gl.POINTS, 0, count);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  return {
    stop() {
      stopped = true;
      canvas.remove();
      gl.getExtension('WEBGL_lose_context')?.loseContext();
    },
  };
}
