import { GUSTS, GUST_SHARE, LOBES, RAGGED, WETTING } from './crowd.ts';
import { RIM } from './crowd-place.ts';

/** How many crowds one draw call takes, and the vectors that describe each; see `describe` in webgl-dots.ts. */
export const CROWDS = 16;
export const VECTORS = 5;

const real = (value: number) => value.toFixed(6);

/** The formulas of crowd.ts, for the graphics card. Lengths are device pixels, y goes down. */
const SHARED = `#version 300 es
precision highp float;
precision highp int;
const float TURN = 6.283185307179586;
// box: left, top, width, height of the field
// kind: dots, seed, jitter, stroll or wind
// ink: origin, reach, front
// look: plain and seen diameter, plain and seen alpha
// rest: lobes, edge of the lattice, device pixels for each CSS pixel
uniform vec4 crowds[${String(CROWDS * VECTORS)}];
// 2 / width, 2 / height, time, unused
uniform vec4 view;

vec2 power(vec2 z, int n) {
  vec2 result = vec2(1.0, 0.0);
  for (int i = 0; i < n; i++) result = vec2(result.x * z.x - result.y * z.y, result.x * z.y + result.y * z.x);
  return result;
}

float swing(float turns) {
  float part = fract(turns) * 2.0 - 1.0;
  return -4.0 * part * (1.0 - abs(part));
}

float lobed(vec2 way, vec2 lobes) {
  vec2 z = vec2(way.x * lobes.x - way.y * lobes.y, way.x * lobes.y + way.y * lobes.x);
  return 1.0${LOBES.map(([count, length]) => ` + ${real(length)} * power(z, ${String(count)}).x`).join('')};
}

float inkWay(vec2 from, float reach, vec2 lobes) {
  float far = length(from);
  return far / (reach * lobed(from / max(far, 1e-6), lobes));
}
`;

const gust = (index: number) => {
  const { across, down, speed } = GUSTS[index] ?? { across: 0, down: 0, speed: 0 };
  return `swing(at.x * ${real(across)} + at.y * ${real(down)} + time * ${real(speed)})`;
};

/** Positions each dot. With `DUST`, for crowds so dense that gusts move them; otherwise each dot moves by itself. */
export const DOT_VERTEX = (dust: boolean) => `${SHARED}
flat out vec4 tint;
${dust ? '' : 'flat out vec3 shape;'}
uniform vec3 plainColour;
uniform vec3 seenColour;
void main() {
  ${dust ? 'const int from = 0;' : `int from = gl_InstanceID * ${String(VECTORS)};`}
  vec4 box = crowds[from];
  vec4 kind = crowds[from + 1];
  vec4 ink = crowds[from + 2];
  vec4 look = crowds[from + 3];
  vec4 rest = crowds[from + 4];
  float order = float(gl_VertexID);
${
  dust
    ? ''
    : `  if (order >= kind.x) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    gl_PointSize = 1.0;
    return;
  }`
}
  uint golden = uint(gl_VertexID) * 2654435769u + (uint(kind.y) << 8u);
  uint mixed = (golden ^ (golden >> 15u)) * 739982445u;
  uint twisted = mixed ^ (mixed >> 13u);
  float along = float(golden >> 8u) / 16777216.0;
  vec2 chance = vec2(float(twisted & 65535u), float(twisted >> 16u)) / 65535.0 - 0.5;
  vec2 home = rest.z + vec2(along, (order + 0.5) / kind.x) * (box.zw - rest.z * 2.0) + chance * kind.z;
  float time = view.z;
  float wet = -1.0;
  if (ink.w > -1.0) {
    float turn = max(0.0, inkWay(home - ink.xy, ink.z, rest.xy) + chance.x * ${real(RAGGED)});
    wet = turn <= ink.w ? min(1.0, (ink.w - turn) / ${real(WETTING)}) : -1.0;
  }
${
  dust
    ? `  vec2 at = home / box.zw;
  vec2 calm = 4.0 * at * (1.0 - at);
  vec2 place = home + box.zw * kind.w * calm
    * vec2(${gust(0)} + ${real(GUST_SHARE)} * ${gust(1)}, ${gust(2)} + ${real(GUST_SHARE)} * ${gust(3)});`
    : `  float pace = (0.85 + chance.x * 0.7) * time;
  vec2 place = home + kind.w * vec2(sin(pace + chance.y * TURN), cos(pace * 0.83 + chance.x * TURN));`
}
  gl_Position = vec4((box.xy + place) * view.xy * vec2(1.0, -1.0) + vec2(-1.0, 1.0), 0.0, 1.0);
${
  dust
    ? `  gl_PointSize = wet < 0.0 ? look.x : look.y;
  // The edge of the ink is dark, as if it had dried on paper.
  float edge = 1.0 - smoothstep(0.0, 0.5, wet);
  tint = wet < 0.0 ? vec4(plainColour, 1.0) * look.z
    : vec4(seenColour * (1.0 - 0.45 * edge), 1.0) * min(0.95, look.w * (1.0 + 0.5 * edge));`
    : `  // A dot swells as the ink comes, and then rests as a ring.
  float grown = wet < 0.0 ? look.x : mix(look.x, look.y, min(1.0, wet * 2.2)) * (1.0 + 0.45 * sin(min(1.0, wet * 1.4) * 3.1416));
  // Half a pixel more on each side, where the edge of the disc fades.
  gl_PointSize = grown + 1.0;
  shape = vec3(grown, gl_PointSize, wet < 0.0 ? 0.0 : smoothstep(0.25, 0.8, wet));
  tint = wet < 0.0 ? vec4(plainColour, look.z) : vec4(seenColour, look.w);`
}
}`;

/** Dust consists of squares of a pixel or two. */
export const DUST_FRAGMENT = `#version 300 es
precision mediump float;
flat in vec4 tint;
out vec4 colour;
void main() { colour = tint; }`;

/** Discs. Those of people who were seen open to an eye: a ring with a pupil. */
export const DOT_FRAGMENT = `#version 300 es
precision highp float;
flat in vec4 tint;
flat in vec3 shape;
out vec4 colour;
void main() {
  float radius = shape.x * 0.5;
  float far = length(gl_PointCoord - 0.5) * shape.y;
  float disc = clamp(radius - far + 0.5, 0.0, 1.0);
  float alpha = disc * tint.a;
  vec3 ink = tint.rgb;
  if (shape.z > 0.0 && radius > 2.2) {
    float white = clamp(radius * 0.72 - far + 0.5, 0.0, 1.0) - clamp(radius * 0.4 - far + 0.5, 0.0, 1.0);
    ink = mix(ink, vec3(1.0, 0.98, 0.94), clamp(white, 0.0, 1.0) * shape.z);
  }
  colour = vec4(ink * alpha, alpha);
}`;

/** Slices of the stain, and their number of vertices. */
const SLICES = 192;
export const STAIN_VERTICES = SLICES * 3;

/** The stain on a paper: slices around the origin of the ink, cut off at the edge of the paper. */
export const STAIN_VERTEX = `${SHARED}
out float inside;
void main() {
  int from = gl_InstanceID * ${String(VECTORS)};
  vec4 box = crowds[from];
  vec4 ink = crowds[from + 2];
  vec4 rest = crowds[from + 4];
  int corner = gl_VertexID % 3;
  float angle = TURN * float(gl_VertexID / 3 + (corner == 2 ? 1 : 0)) / ${real(SLICES)};
  vec2 way = vec2(cos(angle), sin(angle)) + 1e-6;
  float rim = ${real(RIM)} * rest.w;
  float fibre = 1.3 * sin(angle * 23.0) + 0.9 * sin(angle * 41.0 + rest.x * 5.0);
  float far = max(0.0, ink.w * ink.z * lobed(way, rest.xy) + (3.0 + fibre) * rest.w);
  vec2 walls = max((-rim - ink.xy) / way, (box.zw + rim - ink.xy) / way);
  float end = min(far + 2.0 * rest.w, min(walls.x, walls.y));
  inside = (corner == 0 ? far : far - end) / rest.w;
  vec2 at = ink.xy + (corner == 0 ? vec2(0.0) : way * end);
  gl_Position = vec4((box.xy + at) * view.xy * vec2(1.0, -1.0) + vec2(-1.0, 1.0), 0.0, 1.0);
}`;

/** Pale where the ink has settled, dark at its edge, as if it had dried on paper. */
export const STAIN_FRAGMENT = `#version 300 es
precision mediump float;
in float inside;
uniform vec3 seenColour;
out vec4 colour;
void main() {
  float edge = max(0.0, 1.0 - inside / 12.0);
  float alpha = clamp((inside + 2.0) / 4.0, 0.0, 1.0) * (0.17 + 0.32 * edge * edge);
  colour = vec4(seenColour * alpha, alpha);
}`;
