import type { LessonRule } from '../level/level.ts';
import { keysOf } from '../level/keys.ts';
import type { Random } from './random.ts';

/**
 * A composed situation consists of an occasion, a relation between the people on it, and a trap that makes it hard. Each occasion
 * has two versions: in one the people must see each other, in the other they must not. So nobody can learn an occasion by heart.
 */

/** The other person or people whom the email concerns. */
export type Extra =
  /** Has to know about it and must not be seen by the others; `guestMaySee` says whether the reverse is a secret too. */
  | 'guest'
  /** Has to hear about it by phone, and must not get the email itself. */
  | 'phone'
  /** Works on the matter, and has to act and be seen by everyone. */
  | 'handler'
  /** Two people who work on the matter, and have to agree with each other and be seen by everyone. */
  | 'pair';

interface Version {
  readonly extra: Extra;
  /** How much being on the email says about the people it is mainly for. */
  readonly sensitivity: 1 | 2 | 3;
}

interface Occasion {
  readonly open: Version & { readonly extra: 'guest' | 'phone' };
  readonly private: Version & { readonly extra: 'handler' | 'pair' };
}

export const OCCASIONS = {
  shift: version(['guest', 1], ['handler', 2]),
  clinic: version(['guest', 2], ['handler', 3]),
  tender: version(['guest', 1], ['handler', 1]),
  party: version(['guest', 1], ['pair', 2]),
  handover: version(['phone', 1], ['handler', 2]),
  complaint: version(['phone', 2], ['handler', 2]),
  reference: version(['guest', 1], ['handler', 2]),
  outage: version(['phone', 1], ['pair', 1]),
  parents: version(['guest', 2], ['pair', 2]),
  course: version(['guest', 1], ['handler', 2]),
  move: version(['guest', 1], ['handler', 2]),
  club: version(['guest', 1], ['pair', 2]),
} as const satisfies Readonly<Record<string, Occasion>>;

function version(open: ['guest' | 'phone', 1 | 2 | 3], closed: ['handler' | 'pair', 1 | 2 | 3]) {
  return {
    open: { extra: open[0], sensitivity: open[1] },
    private: { extra: closed[0], sensitivity: closed[1] },
  };
}

export type OccasionName = keyof typeof OCCASIONS;
export const OCCASION_NAMES = keysOf(OCCASIONS);

export type Side = 'open' | 'private';

/** How the main recipients are related, and how they appear in the address book. */
export const RELATIONS = {
  /** A few people who must agree by reply-all. */
  team: { side: 'open', crowd: null },
  /** The same on one card, with enough people for a warning that counts addresses. */
  staff: { side: 'open', crowd: [16, 18, 21, 24] },
  /** A few people who must not see each other. */
  strangers: { side: 'private', crowd: null },
  /** The same, but they would recognise each other. */
  neighbours: { side: 'private', crowd: null },
  /** Many people who must not see each other, but too few for a warning. */
  clients: { side: 'private', crowd: [11, 12, 13] },
} as const satisfies Readonly<Record<string, { readonly side: Side; readonly crowd: readonly number[] | null }>>;

export type Relation = keyof typeof RELATIONS;

/** Occasions on which the guest must not see the others. On all others the story lets the guest see them, but not the reverse. */
const GUEST_SEES_NOBODY: readonly string[] = ['shift', 'tender', 'reference'];

export const guestMaySee = ({ occasion }: Skeleton): boolean => !GUEST_SEES_NOBODY.includes(occasion);

interface Trap {
  readonly relations: readonly Relation[];
  readonly extras?: readonly Extra[];
  /** Occasions whose texts do not fit the trap. */
  readonly notOn?: readonly string[];
  /** The rule that the trap teaches; without one, the situation teaches the rule of its relation. */
  readonly rule?: LessonRule;
}

const EVERY = keysOf(RELATIONS);

export const TRAPS = {
  /** The fields are filled in wrongly. */
  prefilled: { relations: EVERY },
  /** A namesake who has nothing to do with it comes first when the name is typed. */
  lookalike: { relations: EVERY, rule: 'check-expansion' },
  /** A mailing list seems to save work, but someone on it has nothing to do with the email. */
  list: { relations: ['team', 'staff', 'strangers', 'clients'], rule: 'check-expansion' },
  /** The warning counts addresses: it comes where people must see each other, and is absent where they must not. */
  warning: { relations: ['staff', 'clients'], rule: 'count-contexts' },
  /** The email is a reply-all to an earlier one. */
  thread: { relations: ['team', 'strangers', 'neighbours'] },
  /** Someone presses for time. */
  hurry: { relations: EVERY },
  /** The guest would give themselves away from Bcc. */
  speaks: {
    relations: ['team', 'staff'],
    extras: ['guest'],
    // On these the guest may not see the others either, so Bcc is wrong before anyone replies.
    notOn: GUEST_SEES_NOBODY,
    rule: 'bcc-hides-addresses',
  },
  /** It corrects an email that was right. */
  correction: { relations: ['strangers', 'neighbours', 'clients'], rule: 'correction-riskier' },
} as const satisfies Readonly<Record<string, Trap>>;

export type TrapName = keyof typeof TRAPS;
export const TRAP_NAMES = keysOf(TRAPS);

const RULE_OF_RELATION: Readonly<Record<Relation, LessonRule>> = {
  team: 'reply-decides',
  staff: 'count-contexts',
  strangers: 'separate-mails',
  neighbours: 'list-is-secret',
  clients: 'list-is-secret',
};

export interface Skeleton {
  readonly occasion: OccasionName;
  readonly relation: Relation;
  readonly trap: TrapName;
}

export const sideOf = ({ relation }: Skeleton): Side => RELATIONS[relation].side;

/** True where the people an open email is for have addresses at the sender's domain. Parents have private ones. */
export const areColleagues = (skeleton: Skeleton): boolean =>
  sideOf(skeleton) === 'open' && skeleton.occasion !== 'parents';

export const versionOf = (skeleton: Skeleton): Version => OCCASIONS[skeleton.occasion][sideOf(skeleton)];

/** Returns the rule that a situation teaches. */
export function ruleOf({ relation, trap }: Skeleton): LessonRule {
  const { rule }: Trap = TRAPS[trap];
  return rule ?? RULE_OF_RELATION[relation];
}

/** All combinations that make sense. */
export const SKELETONS: readonly Skeleton[] = OCCASION_NAMES.flatMap((occasion) =>
  EVERY.flatMap((relation) =>
    TRAP_NAMES.map((trap): Skeleton => ({ occasion, relation, trap })).filter((skeleton) => {
      const { relations, extras, notOn }: Trap = TRAPS[skeleton.trap];
      if (!relations.includes(relation) || notOn?.includes(occasion)) return false;
      return extras?.includes(versionOf(skeleton).extra) ?? true;
    }),
  ),
);

/** The caller's wish for a composed situation. */
export interface Wish {
  /** Occasions to avoid. */
  readonly notAbout?: readonly OccasionName[];
  /** Traps to avoid. */
  readonly notBy?: readonly TrapName[];
  /** The rule to teach. */
  readonly rule?: LessonRule;
  /** Whether the people must see each other. */
  readonly side?: Side;
}

/**
 * Picks a skeleton that fits the wish. Open and private ones are equally frequent. If none fits the whole wish, the side is dropped
 * first, then what to avoid, then the rule.
 */
export function pickSkeleton(random: Random, wish: Wish): Skeleton {
  const { notAbout = [], notBy = [], rule, side = random.coin() ? 'open' : 'private' } = wish;
  const ofRule = SKELETONS.filter((one) => rule === undefined || ruleOf(one) === rule);
  const fresh = ofRule.filter(({ occasion, trap }) => !notAbout.includes(occasion) && !notBy.includes(trap));
  const ofSide = fresh.filter((one) => sideOf(one) === side);
  const candidates = [ofSide, fresh, ofRule].find(({ length }) => length > 0) ?? SKELETONS;
  // The occasion is picked first, so that one with more traps does not come up more often.
  const { occasion } = random.pick(firstOf(candidates, ({ occasion: name }) => name));
  const about = candidates.filter((one) => one.occasion === occasion);
  const { relation } = random.pick(firstOf(about, ({ relation: name }) => name));
  return random.pick(about.filter((one) => one.relation === relation));
}

/** Returns the first skeleton of each name. */
function firstOf(skeletons: readonly Skeleton[], nameOf: (skeleton: Skeleton) => string): Skeleton[] {
  return [...new Map(skeletons.map((one) => [nameOf(one), one])).values()];
}
