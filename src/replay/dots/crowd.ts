import { dice } from '../../stage/portrait-colours.ts';

/** A place in a crowd's field, in CSS pixels from its upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The dots of one crowd. A dot's position is a pure function of its number and the play time, so nothing is stored for
 * it. The shader (shader.ts) works it out again for each frame, and picking works it out for the dots near the pointer.
 */
export interface Crowd {
  readonly people: number;
  /** How many are drawn: all, or an even selection when the machine is too slow for all. */
  readonly dots: number;
  readonly width: number;
  readonly height: number;
  /** A whole number below 2²⁴, which a float holds exactly. */
  readonly seed: number;
  /** Distance between neighbouring dots. */
  readonly pitch: number;
  /** Width of the square around a dot's lattice point in which the dot is placed at random. */
  readonly jitter: number;
  /** Radius of the small circle in which each dot moves. */
  readonly stroll: number;
  /** How far gusts push the dots, as a share of the field; 0 unless there are too many dots to tell apart. */
  readonly wind: number;
  /** Where the ink enters, and the distance from there to the farthest corner. */
  readonly origin: Point;
  readonly reach: number;
  /** A unit vector: the rotation of the ink's lobes. */
  readonly lobes: Point;
}

/** Dots that are closer than this, in CSS pixels, are drawn as dust, which shows their number and not each of them. */
export const DUST = 2.6;
const GOLDEN = 0x9e3779b9;
const TWIST = 0x2c1b3c6d;
const TURN = Math.PI * 2;
/** The gusts: the wave that each sends across the field, and its speed. The shader uses the same ones. */
export const GUSTS = [
  { across: 2, down: 1, speed: 0.099 },
  { across: 1, down: -3, speed: -0.075 },
  { across: -1, down: 2, speed: 0.084 },
  { across: 3, down: 1, speed: -0.113 },
] as const;
/** How strong the second gust of each direction is, relative to the first. */
export const GUST_SHARE = 0.55;
/** Lobes of the ink's edge: how many, and how long. */
export const LOBES = [
  [3, 0.13],
  [5, 0.09],
  [11, 0.035],
] as const;
/** How uneven the edge of the ink is. */
export const RAGGED = 0.035;
/** How much farther the ink travels until a dot that it reached has changed completely, as a share of its way. */
export const WETTING = 0.16;

/**
 * @param id of the contact, which seeds the disorder
 * @param origin where the ink enters
 */
export function crowdOf(
  id: string,
  people: number,
  dots: number,
  size: { readonly width: number; readonly height: number },
  origin: Point = { x: size.width / 2, y: size.height / 2 },
): Crowd {
  const { width, height } = size;
  const roll = dice(id);
  const pitch = Math.sqrt((width * height) / dots);
  const dust = pitch < DUST;
  const angle = (roll(3600) / 3600) * TURN;
  return {
    people,
    dots,
    width,
    height,
    seed: roll(1 << 24),
    pitch,
    jitter: Math.min(pitch * (dust ? 4 : 0.24), width / 4, height / 4),
    stroll: dust ? 0 : Math.min(pitch * 0.16, 2.4, width / 8, height / 8),
    wind: dust ? 0.034 : 0,
    origin,
    reach: Math.hypot(Math.max(origin.x, width - origin.x), Math.max(origin.y, height - origin.y)),
    lobes: { x: Math.cos(angle), y: Math.sin(angle) },
  };
}

/** The steepest slope of a swing, per turn. */
const STEEPEST = 8;

/** Returns a dot's top speed across or down, in CSS pixels per second of play. */
export function swiftnessOf({ width, height, stroll, wind }: Crowd): number {
  const quickest = Math.max(...GUSTS.map(({ speed }) => Math.abs(speed)));
  return stroll * 1.2 + Math.max(width, height) * wind * (1 + GUST_SHARE) * STEEPEST * quickest;
}

/** Returns the disorder of one dot: its golden share of the width, and two numbers from -0.5 to 0.5. */
function chance({ seed }: Crowd, dot: number): { readonly along: number; readonly a: number; readonly b: number } {
  const golden = (Math.imul(dot, GOLDEN) + (seed << 8)) >>> 0;
  const mixed = Math.imul(golden ^ (golden >>> 15), TWIST);
  const twisted = (mixed ^ (mixed >>> 13)) >>> 0;
  return { along: (golden >>> 8) / 2 ** 24, a: (twisted & 0xffff) / 65_535 - 0.5, b: (twisted >>> 16) / 65_535 - 0.5 };
}

/**
 * Returns a dot's position at rest: on a golden lattice, which is even everywhere and has no rows, plus a little
 * disorder.
 */
export function homeOf(crowd: Crowd, dot: number): Point {
  const { along, a, b } = chance(crowd, dot);
  return homeFrom(crowd, dot, along, a, b);
}

function homeFrom(crowd: Crowd, dot: number, along: number, a: number, b: number): Point {
  const { width, height, jitter, dots } = crowd;
  const edge = edgeOf(crowd);
  return {
    x: edge + along * (width - edge * 2) + a * jitter,
    y: edge + ((dot + 0.5) / dots) * (height - edge * 2) + b * jitter,
  };
}

/** Returns how far from the edge the lattice begins, so that no dot leaves the field. */
const edgeOf = ({ jitter, stroll }: Crowd) => jitter / 2 + stroll;

/**
 * @param dot its number, from 0
 * @param time seconds of play
 * @returns its position at that time
 */
export function placeOf(crowd: Crowd, dot: number, time: number): Point {
  const { along, a, b } = chance(crowd, dot);
  const { width, height, stroll, wind } = crowd;
  const { x, y } = homeFrom(crowd, dot, along, a, b);
  if (wind === 0) {
    const pace = (0.85 + a * 0.7) * time;
    return { x: x + stroll * Math.sin(pace + b * TURN), y: y + stroll * Math.cos(pace * 0.83 + a * TURN) };
  }
  const [u, v] = [x / width, y / height];
  const gust = (index: 0 | 1 | 2 | 3) => {
    const { across, down, speed } = GUSTS[index];
    return swing(u * across + v * down + time * speed);
  };
  return {
    x: x + width * wind * calm(u) * (gust(0) + GUST_SHARE * gust(1)),
    y: y + height * wind * calm(v) * (gust(2) + GUST_SHARE * gust(3)),
  };
}

/** Swings there and back in one turn: close to a sine, and much cheaper for a million dots without a graphics card. */
function swing(turns: number): number {
  const part = (turns - Math.floor(turns)) * 2 - 1;
  return -4 * part * (1 - Math.abs(part));
}

/** Damps the gusts towards the edge of the field: 0 there, 1 in the middle. */
const calm = (share: number) => 4 * share * (1 - share);

/**
 * Returns when the ink reaches a place, as a share of its whole way: about 0 at its origin, about 1 in the farthest
 * corner. Its edge has lobes, like ink on paper.
 */
export function inkWay({ origin, reach, lobes }: Crowd, x: number, y: number): number {
  const [dx, dy] = [x - origin.x, y - origin.y];
  const far = Math.hypot(dx, dy);
  if (far < 1e-6) return 0;
  const angle = Math.atan2(dy, dx) + Math.atan2(lobes.y, lobes.x);
  let wave = 1;
  for (const [count, length] of LOBES) wave += length * Math.cos(angle * count);
  return far / (reach * wave);
}

/** Returns when the ink reaches a dot: its way, plus a little disorder. It does not depend on where the dot moves. */
export function turnOf(crowd: Crowd, dot: number): number {
  const { along, a, b } = chance(crowd, dot);
  const { x, y } = homeFrom(crowd, dot, along, a, b);
  return Math.max(0, inkWay(crowd, x, y) + a * RAGGED);
}

/**
 * Returns the person, counted from 0, that a dot shows; where fewer dots are drawn, the first of the people that it
 * shows.
 */
export function personOf({ people, dots }: Crowd, dot: number): number {
  return Math.floor((dot * people) / dots);
}

/** Returns the dot of a person; where fewer dots are drawn, the one that includes this person. */
export function dotOf({ people, dots }: Crowd, person: number): number {
  return Math.ceil(((person + 1) * dots) / people) - 1;
}

/** Calls back for each dot within a radius of a place, without working out the others. */
export function dotsWithin(
  crowd: Crowd,
  at: Point,
  radius: number,
  time: number,
  visit: (dot: number, place: Point, distance: number) => void,
): void {
  const { width, height, dots, wind, jitter, stroll } = crowd;
  const edge = edgeOf(crowd);
  const most = (side: number) => radius + jitter / 2 + stroll + side * wind * (1 + GUST_SHARE) + 0.001;
  const [across, down] = [most(width), most(height)];
  const rowOf = (y: number) => ((y - edge) / (height - edge * 2)) * dots - 0.5;
  const last = Math.min(dots - 1, Math.floor(rowOf(at.y + down)));
  for (let dot = Math.max(0, Math.ceil(rowOf(at.y - down))); dot <= last; dot++) {
    const along = ((Math.imul(dot, GOLDEN) + (crowd.seed << 8)) >>> 8) / 2 ** 24;
    if (Math.abs(edge + along * (width - edge * 2) - at.x) > across) continue;
    const place = placeOf(crowd, dot, time);
    const distance = Math.hypot(place.x - at.x, place.y - at.y);
    if (distance <= radius) visit(dot, place, distance);
  }
}

/** Returns the dot nearest to a place. */
export function dotAt(crowd: Crowd, at: Point, time: number): number {
  const all = Math.hypot(crowd.width, crowd.height) + Math.hypot(at.x - crowd.width / 2, at.y - crowd.height / 2);
  for (let radius = crowd.pitch * 1.5; ; radius *= 3) {
    let [nearest, least] = [-1, Infinity];
    dotsWithin(crowd, at, radius, time, (dot, _, distance) => {
      if (distance < least) [nearest, least] = [dot, distance];
    });
    if (nearest >= 0) return nearest;
    if (radius > all) return 0;
  }
}
