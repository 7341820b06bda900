import type { Contact, ContactId, Field, Mail } from '../level/level.ts';
import type { Random } from './random.ts';
import { areColleagues, guestMaySee, RELATIONS, sideOf, versionOf, type Extra, type Skeleton } from './skeleton.ts';

/** The parts that people can play in a situation. */
export type Part = 'main' | 'guest' | 'phone' | 'handler' | 'pair' | 'lookalike' | 'list' | 'former' | 'observer';

/** One card without its words. */
export interface Role {
  readonly id: ContactId;
  readonly part: Part;
  readonly facts: Pick<Contact, 'needs'> & Partial<Omit<Contact, 'id' | 'name' | 'address' | 'about' | 'needs'>>;
  /** Another card whose name this one has in part. */
  readonly namesake?: ContactId;
  /** Works where the sender works. */
  readonly colleague: boolean;
}

/** A situation without its words: everything that decides its score. */
export interface Plot {
  readonly skeleton: Skeleton;
  readonly roles: readonly Role[];
  /** The people the email is mainly for. */
  readonly main: readonly ContactId[];
  /** The person named in the sentence about the trap. */
  readonly named: ContactId | null;
  readonly circles: readonly {
    readonly id: 'main' | 'pair' | 'neighbours';
    readonly members: readonly ContactId[];
  }[];
  readonly fields: readonly Field[];
  readonly prefilled: Readonly<Record<ContactId, Field>> | null;
  /** The email that this one replies to. */
  readonly received: {
    readonly from: ContactId;
    readonly to: readonly ContactId[];
    readonly cc: readonly ContactId[];
  } | null;
  readonly mail: Pick<Mail, 'sensitivity'> & Partial<Pick<Mail, 'ccOnSeparate' | 'warnsAt'>>;
}

/** Thunderbird warns from this number of addresses (docs/sources.md). */
const WARNS_AT = 15;

/** Makes the facts of a situation. */
export function plotOf(skeleton: Skeleton, random: Random): Plot {
  const { side, crowd } = RELATIONS[skeleton.relation];
  const { extra, sensitivity } = versionOf(skeleton);
  const main = mainRoles(skeleton, crowd ? random.pick(crowd) : null, random);
  const extras = extraRoles(extra, skeleton);
  const mainIds = main.map(({ id }) => id);
  const extraIds = extras.map(({ id }) => id);
  const { roles, named, prefilled, received } = trapOf(skeleton, mainIds, extraIds, random);
  return {
    skeleton,
    roles: [...main, ...extras, ...roles],
    main: mainIds,
    named,
    circles: [
      ...(side === 'open' ? [{ id: 'main' as const, members: mainIds }] : []),
      ...(extra === 'pair' ? [{ id: 'pair' as const, members: extraIds }] : []),
      ...(skeleton.relation === 'neighbours' ? [{ id: 'neighbours' as const, members: mainIds }] : []),
    ],
    fields: ['to', 'cc', 'bcc', 'separate', ...(extra === 'phone' ? (['instead'] as const) : [])],
    prefilled,
    received,
    mail: {
      sensitivity,
      ...(extra === 'handler' ? { ccOnSeparate: true } : {}),
      ...(skeleton.trap === 'warning' ? { warnsAt: WARNS_AT } : {}),
    },
  };
}

/** Returns the people the email is mainly for. They have to act on an open email, and only to know about a private one. */
function mainRoles(skeleton: Skeleton, people: number | null, random: Random): Role[] {
  const open = sideOf(skeleton) === 'open';
  const { extra } = versionOf(skeleton);
  const facts = {
    needs: open ? ('act' as const) : ('know' as const),
    // Where no name leaks, the checker reports an `identity` that never matters.
    ...(extra === 'guest' && guestMaySee(skeleton) ? {} : { identity: 'full' as const }),
  };
  if (people !== null)
    return [{ id: 'crowd', part: 'main', facts: { ...facts, people }, colleague: areColleagues(skeleton) }];
  // People take in at most five cards at a glance, so there is room for two beside a pair.
  const count = open ? 3 : extra === 'pair' ? 2 : 2 + random.below(2);
  return Array.from({ length: count }, (_, index) => ({
    id: `main-${index + 1}`,
    part: 'main' as const,
    facts,
    colleague: areColleagues(skeleton),
  }));
}

function extraRoles(extra: Extra, skeleton: Skeleton): Role[] {
  switch (extra) {
    case 'guest': {
      const sees = guestMaySee(skeleton) ? { maySee: ['*'] } : {};
      const speaks = skeleton.trap === 'speaks' ? { habits: ['replies-all' as const] } : {};
      const facts = { needs: 'know' as const, identity: 'full' as const, ...sees, ...speaks };
      return [{ id: 'guest', part: extra, facts, colleague: false }];
    }
    case 'phone':
      return [{ id: 'outsider', part: extra, facts: { needs: 'aside', identity: 'full' }, colleague: false }];
    case 'handler':
    case 'pair':
      return Array.from({ length: extra === 'pair' ? 2 : 1 }, (_, index) => ({
        id: `handler-${index + 1}`,
        part: extra,
        facts: { needs: 'act', authorised: true, mustBeSeen: true },
        colleague: true,
      }));
  }
}

type TrapFacts = Pick<Plot, 'named' | 'prefilled' | 'received'> & { readonly roles: readonly Role[] };

const OUTSIDER = { needs: 'nothing' } as const;

function trapOf(
  { trap, relation }: Skeleton,
  main: readonly ContactId[],
  extras: readonly ContactId[],
  random: Random,
): TrapFacts {
  const none: TrapFacts = { roles: [], named: null, prefilled: null, received: null };
  const open = RELATIONS[relation].side === 'open';
  const single = RELATIONS[relation].crowd === null;
  const all = (ids: readonly ContactId[], field: Field) => Object.fromEntries(ids.map((id) => [id, field]));
  switch (trap) {
    case 'prefilled': {
      const everyone = [...main, ...extras];
      const ways = [all(everyone, 'to'), all(everyone, 'bcc'), { ...all(main, 'to'), ...all(extras, 'cc') }];
      return { ...none, prefilled: random.pick(ways) };
    }
    case 'correction':
      return { ...none, prefilled: { ...all(main, 'to'), ...all(extras, 'cc') } };
    case 'lookalike': {
      const [namesake] = single ? main : extras;
      if (namesake === undefined) return none;
      const role: Role = { id: 'namesake', part: 'lookalike', facts: OUTSIDER, namesake, colleague: false };
      return { ...none, roles: [role], named: namesake };
    }
    case 'list': {
      const former: Role = { id: 'former', part: 'former', facts: OUTSIDER, colleague: false };
      const members = [...main, former.id];
      const list: Role = { id: 'list', part: 'list', facts: { kind: 'list', needs: 'may', members }, colleague: true };
      return { ...none, roles: [list, former] };
    }
    case 'thread': {
      const observer: Role = { id: 'observer', part: 'observer', facts: OUTSIDER, colleague: random.coin() };
      const [from = ''] = main;
      const received = open
        ? { from, to: main.slice(1), cc: [observer.id] }
        : { from, to: [], cc: [...extras.slice(0, 1), observer.id] };
      return { ...none, roles: [observer], named: from, received };
    }
    case 'speaks':
      return { ...none, named: extras[0] ?? null };
    case 'warning':
    case 'hurry':
      return none;
  }
}
