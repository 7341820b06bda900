import type { Level } from '../level/level.ts';
import type { MailRouting } from '../mail/routing.ts';
import { dress, levelOf, type Language } from './dress.ts';
import { difficultyOf } from './difficulty.ts';
import { plotOf, type Plot } from './plot.ts';
import { randomFrom } from './random.ts';
import { pickSkeleton, sideOf, type Side, type Skeleton, type Wish } from './skeleton.ts';
import { worthOf, type Worth } from './worth.ts';

/** A situation, ready to be played. */
export interface Situation {
  /** A level like any other: desk, replay and debrief work on it. */
  readonly level: Level;
  readonly skeleton: Skeleton;
  readonly side: Side;
  /** The best way to address its one email, and what it earns. */
  readonly best: MailRouting;
  readonly score: number;
  /** What the habits earn that need no thought. */
  readonly habits: Worth['habits'];
  /** From 1, easy. */
  readonly difficulty: number;
  /** How many seeds were tried before this one and thrown away. */
  readonly thrownAway: number;
}

export interface ComposeOptions extends Wish {
  /** Of the level. */
  readonly id?: string;
  /** Sentences that were said before; those of this situation are added. */
  readonly used?: Set<string>;
}

/** No wish needs more: the templates are made so that hardly any seed is thrown away. */
const MOST_TRIED = 200;

/**
 * Composes a situation. The same seed, language and wish make the same situation everywhere; in another language its facts are the
 * same, and its names and words are others.
 *
 * @param seed any text
 * @param options what it shall be like
 * @throws Error when no seed near this one makes a situation that is worth playing
 */
export function compose(
  seed: string,
  language: Language,
  { id = 'situation', used, ...wish }: ComposeOptions = {},
): Situation {
  for (let tried = 0; tried < MOST_TRIED; tried += 1) {
    const own = tried === 0 ? seed : `${seed} ${tried}`;
    const random = randomFrom(own);
    const skeleton = pickSkeleton(random, wish);
    const plot = plotOf(skeleton, random);
    const worth = knownWorth(plot);
    if (!worth) continue;
    // A series of its own, so that the words of a language, however many, change nothing of the facts.
    const level = dress(plot, id, language, randomFrom(`${own} words`), used);
    return {
      ...worth,
      level,
      skeleton,
      side: sideOf(skeleton),
      difficulty: difficultyOf(plot, worth),
      thrownAway: tried,
    };
  }
  throw new Error(`No seed near "${seed}" makes a situation that is worth playing.`);
}

const worths = new Map<string, Worth | null>();

/** What a plot is worth, worked out once: the engine knows no words, so that two plots with the same facts are one to it. */
function knownWorth(plot: Plot): Worth | null {
  const level = bare(plot);
  const key = JSON.stringify([level.contacts, level.circles, level.mails, level.received]);
  const known = worths.get(key);
  if (known !== undefined) return known;
  const worth = worthOf(level);
  worths.set(key, worth);
  return worth;
}

/** The level that a plot makes without words. */
function bare(plot: Plot): Level {
  const players = plot.roles.map(({ id, facts }) => {
    const address = facts.people === undefined ? `${id}@home.example` : `${id}-{n}@home.example`;
    return [id, { name: id, address, shared: id }] as const;
  });
  const no = '–';
  return levelOf(plot, 'bare', new Map(players), {
    title: no,
    summary: no,
    briefing: no,
    from: no,
    domain: 'office.example',
    subject: no,
    body: no,
    about: () => null,
    circle: () => null,
    ask: no,
    tray: no,
    why: no,
  });
}
