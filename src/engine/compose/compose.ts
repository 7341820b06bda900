import type { Level } from '../level/level.ts';
import type { MailRouting } from '../mail/routing.ts';
import { fingerprint } from '../play/fingerprint.ts';
import { dress, levelOf, type Language } from './dress.ts';
import { difficultyOf } from './difficulty.ts';
import { plotOf, type Plot } from './plot.ts';
import { randomFrom } from './random.ts';
import { pickSkeleton, sideOf, type Side, type Skeleton, type Wish } from './skeleton.ts';
import { worthOf, type Worth } from './worth.ts';

/** A situation that can be played at once. */
export interface Situation {
  /** An ordinary level, so that desk, replay and debrief need nothing special. */
  readonly level: Level;
  readonly skeleton: Skeleton;
  readonly side: Side;
  /** The best way to address its one email. */
  readonly best: MailRouting;
  /** The score of the best way. */
  readonly score: number;
  /** The score of each habit that needs no thought. */
  readonly habits: Worth['habits'];
  /** 1 is easy; see `difficultyOf`. */
  readonly difficulty: number;
  /** A fingerprint of the facts. Situations that differ only in names and words have the same one, in every language. */
  readonly facts: string;
  /** How many seeds were tried and rejected before this one. */
  readonly thrownAway: number;
}

export interface ComposeOptions extends Wish {
  /** The id of the level. */
  readonly id?: string;
  /** Sentences that earlier situations have used; this one adds its own. */
  readonly used?: Set<string>;
}

/** Enough for every wish, since hardly any seed is rejected. */
const MOST_TRIED = 200;

/**
 * Composes a situation. The same seed, language and wish give the same situation on every machine. Another language changes its names
 * and words, but not its facts.
 *
 * @param seed any text
 * @param options the id of the level, and what the situation should be like
 * @throws Error when no seed near this one makes a situation that is worth playing
 */
export function compose(
  seed: string,
  language: Language,
  { id = 'situation', used, ...wish }: ComposeOptions = {},
): Situation {
  for (let tried = 0; tried < MOST_TRIED; tried += 1) {
    // Callers number their seeds, so a plain number here could make the same situation twice.
    const own = tried === 0 ? seed : `${seed} retry ${tried}`;
    const random = randomFrom(own);
    const skeleton = pickSkeleton(random, wish);
    const plot = plotOf(skeleton, random);
    const worth = knownWorth(plot);
    if (!worth) continue;
    // The words have their own series of numbers, so that a language with more words does not change the facts.
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

type KnownWorth = Worth & Pick<Situation, 'facts'>;

const worths = new Map<string, KnownWorth | null>();

/** Returns what a plot is worth, worked out only once for plots with the same facts: words do not change the score. */
function knownWorth(plot: Plot): KnownWorth | null {
  const level = bare(plot);
  const key = JSON.stringify([level.contacts, level.circles, level.mails, level.received]);
  const known = worths.get(key);
  if (known !== undefined) return known;
  const found = worthOf(level);
  const worth = found && { ...found, facts: fingerprint(key) };
  worths.set(key, worth);
  return worth;
}

/** Returns the level of a plot, without words. */
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
