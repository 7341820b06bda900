import type { LessonRule } from '../level/level.ts';
import { keysOf } from '../level/keys.ts';
import type { Random } from './random.ts';

/**
 * What a composed situation is made of: an occasion, how the people on it are related, and what makes it hard. Each occasion comes
 * in two versions: one where the people must see each other, and one where they must not. So nobody can learn an occasion by heart.
 */

/** Who else is on the email, beside those it is mainly for. */
export type Extra =
  /** Has to know, and must neither see the others nor be seen by them. */
  | 'guest'
  /** Has to hear of it by phone, and must not get the email itself. */
  | 'phone'
  /** Works on it, has to act and to be seen by all. */
  | 'handler'
  /** Two who work on it, have to be seen by all and to agree with each other. */
  | 'pair';

interface Version {
  readonly extra: Extra;
  /** What being on the email says of those it is mainly for. */
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
  /** The same as one card: a warning that counts heads comes up. */
  staff: { side: 'open', crowd: [16, 18, 21, 24] },
  /** A few people who must not see each other. */
  strangers: { side: 'private', crowd: null },
  /** The same, and they would recognise each other. */
  neighbours: { side: 'private', crowd: null },
  /** Many people who must not see each other, but too few for a warning. */
  clients: { side: 'private', crowd: [11, 12, 13] },
} as const satisfies Readonly<Record<string, { readonly side: Side; readonly crowd: readonly number[] | null }>>;

export type Relation = keyof typeof RELATIONS;

interface Trap {
  readonly relations: readonly Relation[];
  readonly extras?: readonly Extra[];
  /** Occasions whose texts do not go with it. */
  readonly notOn?: readonly string[];
  /** What it teaches; without it, what the relation does. */
  readonly rule?: LessonRule;
}

const EVERY = keysOf(RELATIONS);

export const TRAPS = {
  /** The fields are filled in, and wrongly. */
  prefilled: { relations: EVERY },
  /** Somebody of the same name has no part in it, and comes first when the name is typed. */
  lookalike: { relations: EVERY, rule: 'check-expansion' },
  /** A mailing list seems to save work, and somebody is on it who has no part in it. */
  list: { relations: ['team', 'staff', 'strangers', 'clients'], rule: 'check-expansion' },
  /** The warning counts heads: it comes where people must see each other, and stays away where they must not. */
  warning: { relations: ['staff', 'clients'], rule: 'count-contexts' },
  /** It is a reply to all, with a history of its own. */
  thread: { relations: ['team', 'strangers', 'neighbours'] },
  /** There is little time. */
  hurry: { relations: EVERY },
  /** The guest would give themselves away from Bcc. */
  speaks: {
    relations: ['team', 'staff'],
    extras: ['guest'],
    // There the guest may not see the others either, so that Bcc is wrong before anybody speaks.
    notOn: ['shift', 'tender', 'reference'],
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

/** True where those an open email is for have their addresses at the sender's: parents have addresses of their own. */
export const areColleagues = (skeleton: Skeleton): boolean =>
  sideOf(skeleton) === 'open' && skeleton.occasion !== 'parents';

export const versionOf = (skeleton: Skeleton): Version => OCCASIONS[skeleton.occasion][sideOf(skeleton)];

/** The transferable rule that a situation teaches. */
export function ruleOf({ relation, trap }: Skeleton): LessonRule {
  const { rule }: Trap = TRAPS[trap];
  return rule ?? RULE_OF_RELATION[relation];
}

/** All skeletons that fit together. */
export const SKELETONS: readonly Skeleton[] = OCCASION_NAMES.flatMap((occasion) =>
  EVERY.flatMap((relation) =>
    TRAP_NAMES.map((trap): Skeleton => ({ occasion, relation, trap })).filter((skeleton) => {
      const { relations, extras, notOn }: Trap = TRAPS[skeleton.trap];
      if (!relations.includes(relation) || notOn?.includes(occasion)) return false;
      return extras?.includes(versionOf(skeleton).extra) ?? true;
    }),
  ),
);

/** What a composed situation shall be like. */
export interface Wish {
  /** Occasions that it shall not be about. */
  readonly notAbout?: readonly OccasionName[];
  /** Traps that it shall not have. */
  readonly notBy?: readonly TrapName[];
  /** The rule that it shall teach. */
  readonly rule?: LessonRule;
  /** Whether the people shall have to see each other. */
  readonly side?: Side;
}

/** A skeleton as wished; open and private ones are equally frequent. Where nothing fits the whole wish, the side gives way, then the rest. */
export function pickSkeleton(random: Random, wish: Wish): Skeleton {
  const { notAbout = [], notBy = [], rule, side = random.coin() ? 'open' : 'private' } = wish;
  const ofRule = SKELETONS.filter((one) => rule === undefined || ruleOf(one) === rule);
  const fresh = ofRule.filter(({ occasion, trap }) => !notAbout.includes(occasion) && !notBy.includes(trap));
  const ofSide = fresh.filter((one) => sideOf(one) === side);
  const candidates = [ofSide, fresh, ofRule].find(({ length }) => length > 0) ?? SKELETONS;
  // First the occasion, then the rest: an occasion that fits with more traps is not to come up more often.
  const { occasion } = random.pick(firstOf(candidates, ({ occasion: name }) => name));
  const about = candidates.filter((one) => one.occasion === occasion);
  const { relation } = random.pick(firstOf(about, ({ relation: name }) => name));
  return random.pick(about.filter((one) => one.relation === relation));
}

/** The first of all that have the same name. */
function firstOf(skeletons: readonly Skeleton[], nameOf: (skeleton: Skeleton) => string): Skeleton[] {
  return [...new Map(skeletons.map((one) => [nameOf(one), one])).values()];
}
