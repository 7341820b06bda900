import { GUSTS, GUST_SHARE, LOBES, RAGGED, WETTING } from './crowd.ts';

/** How many crowds one draw takes, and the vectors that describe each; see `describe` in paint-gl.ts. */
export const CROWDS = 16;
export const VECTORS = 5;

const real = (value: number) => value.toFixed(6);

/** The same formulas as crowd.ts, for the graphics card. Lengths are device pixels, y goes down. */
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
// 2 / width, 2 / height, time, first crowd of this draw
uniform vec4 view;

vec2 power(vec2 z, int n) {
  vec2 result = vec2(1.0, 0.0);
  for (int i = 0; i < n; i++) result = vec2(result.x * z.x - result.y * z.y, result.x * z.y + result.y * z.x);
  return result;
}

float inkWay(vec2 from, float reach, vec2 lobes) {
  float far = length(from);
  vec2 z = from / max(far, 1e-6);
  z = vec2(z.x * lobes.x - z.y * lobes.y, z.x * lobes.y + z.y * lobes.x);
  float wave = 1.0${LOBES.map(([count, length]) => ` + ${real(length)} * power(z, ${String(count)}).x`).join('')};
  return far / (reach * wave);
}
`;

const gust = (index: number) => {
  const { across, down, speed } = GUSTS[index] ?? { across: 0, down: 0, speed: 0 };
  return `sin((at.x * ${real(across)} + at.y * ${real(down)}) * TURN + time * ${real(speed)})`;
};

/** Where each dot is. With `DUST` for crowds in which gusts push the dots about, else each strolls for itself. */
export const DOT_VERTEX = (dust: boolean) => `${SHARED}
flat out vec4 tint;
${dust ? '' : 'flat out vec3 shape;'}
uniform vec3 plainColour;
uniform vec3 seenColour;
void main() {
  int from = (int(view.w) + gl_InstanceID) * ${String(VECTORS)};
  vec4 box = crowds[from];
  vec4 kind = crowds[from + 1];
  vec4 ink = crowds[from + 2];
  vec4 look = crowds[from + 3];
  vec4 rest = crowds[from + 4];
  float order = float(gl_VertexID);
  if (order >= kind.x) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    gl_PointSize = 1.0;
    return;
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
  // The edge of the ink is dark, as where it dries on paper.
  float edge = 1.0 - smoothstep(0.0, 0.5, wet);
  tint = wet < 0.0 ? vec4(plainColour, 1.0) * look.z
    : vec4(seenColour * (1.0 - 0.45 * edge), 1.0) * min(0.95, look.w * (1.0 + 0.5 * edge));`
    : `  // A dot swells as the ink comes, and then rests as a ring.
  float grown = wet < 0.0 ? look.x : mix(look.x, look.y, min(1.0, wet * 2.2)) * (1.0 + 0.45 * sin(min(1.0, wet * 1.4) * 3.1416));
  gl_PointSize = grown + 1.5;
  shape = vec3(grown, gl_PointSize, wet < 0.0 ? 0.0 : smoothstep(0.25, 0.8, wet));
  tint = wet < 0.0 ? vec4(plainColour, look.z) : vec4(seenColour, look.w);`
}
}`;

/** Dust is squares of a pixel or two. */
export const DUST_FRAGMENT = `#version 300 es
precision mediump float;
flat in vec4 tint;
out vec4 colour;
void main() { colour = tint; }`;

/** Discs; those of people who were seen open to an eye: a ring with a pupil. */
export const DOT_FRAGMENT = `#version 300 es
precision highp float;
flat in vec4 tint;
flat in vec3 shape;
out vec4 colour;
void main() {
  float radius = shape.x * 0.5;
  float far = length(gl_PointCoord - 0.5) * shape.y;
  float disc = clamp(radius - far + 0.5, 0.0, 1.0);
  float open = shape.z * step(2.2, radius);
  float white = clamp(radius * 0.72 - far + 0.5, 0.0, 1.0) - clamp(radius * 0.4 - far + 0.5, 0.0, 1.0);
  vec3 paper = vec3(1.0, 0.98, 0.94);
  float alpha = disc * tint.a;
  colour = vec4(mix(tint.rgb, paper, clamp(white, 0.0, 1.0) * open) * alpha, alpha);
}`;

/** One quad for each crowd: its paper. */
export const PAPER_VERTEX = `${SHARED}
flat out int crowd;
out vec2 at;
void main() {
  crowd = int(view.w) + gl_InstanceID;
  vec4 box = crowds[crowd * ${String(VECTORS)}];
  float rim = 3.0 * crowds[crowd * ${String(VECTORS)} + 4].w;
  at = vec2(gl_VertexID & 1, gl_VertexID >> 1) * (box.zw + rim * 2.0) - rim;
  gl_Position = vec4((box.xy + at) * view.xy * vec2(1.0, -1.0) + vec2(-1.0, 1.0), 0.0, 1.0);
}`;

/** The paper and the stain in it: pale where the ink has settled, dark where its edge is, as ink dries on paper. */
export const PAPER_FRAGMENT = `${SHARED}
flat in int crowd;
in vec2 at;
uniform vec3 paperColour;
uniform vec3 seenColour;
out vec4 colour;
void main() {
  int from = crowd * ${String(VECTORS)};
  vec4 ink = crowds[from + 2];
  vec4 rest = crowds[from + 4];
  vec3 paper = paperColour;
  if (ink.w > -1.0) {
    vec2 css = at / rest.w;
    float fibre = sin(css.x * 0.37 + 2.1 * sin(css.y * 0.21)) * sin(css.y * 0.41 + 1.7 * sin(css.x * 0.17));
    float inside = ((ink.w - inkWay(at - ink.xy, ink.z, rest.xy)) * ink.z / rest.w) + fibre * 2.2 + 3.0;
    float soaked = smoothstep(-1.5, 2.5, inside);
    float edge = exp(-max(0.0, inside) / 5.0);
    float wash = 0.17 + 0.035 * fibre + 0.3 * edge;
    paper = mix(paper, seenColour, soaked * wash);
  }
  colour = vec4(paper, 1.0);
}`;
