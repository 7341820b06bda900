import type { Beat, BeatKind, ContactId, Exposure, Outcome } from '../../engine/index.ts';
import { deskOfMail, dispatches, type Arrival, type Dispatch } from './actors.ts';
import { exposuresByBeat, type BeatExposures, type Pool } from './beat-exposures.ts';
import type { ReplayModel } from '../model.ts';

/** An action of one part of the picture, with a duration. Its progress is 0 before its start and 1 after its end. */
export type Action =
  | { readonly do: 'fly'; readonly arrival: Arrival; readonly desk: string }
  | { readonly do: 'open'; readonly arrival: Arrival; readonly desk: string }
  | { readonly do: 'thread'; readonly exposure: Exposure; readonly hidden: boolean }
  | { readonly do: 'bleed'; readonly actor: ContactId }
  | { readonly do: 'pool'; readonly pool: Pool; readonly hidden: ReadonlySet<ContactId> }
  /** How many of the actor's people have been seen, and by how many others each. */
  | { readonly do: 'seen'; readonly actor: ContactId; readonly by: number; readonly people: number }
  | { readonly do: 'sign'; readonly actor: ContactId; readonly sign: Sign }
  /** Letters that people send: to the sender (null) or to each other. */
  | { readonly do: 'post'; readonly from: ContactId; readonly to: ContactId | null }
  /** Something arrives on the desk, such as a newspaper or a letter from the regulator. The beat says what. */
  | { readonly do: 'notice' }
  /** The paper on the desk has been read, and is laid down. */
  | { readonly do: 'lay' }
  | { readonly do: 'calm' };

export type Sign = 'recognised' | 'leak' | 'waiting' | 'unaware' | 'silent' | 'speaks';

export type Cue = Action & {
  /** Index of the beat it belongs to. */
  readonly beat: number;
  /** Seconds from the start of its beat. */
  readonly after: number;
  readonly seconds: number;
};

/** How a kind of beat is staged. */
interface Staging {
  /** Seconds for looking and reading after its last movement. */
  readonly hold: number;
  /** The sign beside the people of the beat. */
  readonly sign: Sign | null;
  /** A paper arrives on the desk. */
  readonly paper: boolean;
}

/** Seconds in which a paper that was read is laid down. */
export const LAID = 0.5;
const HOLD = 1.8;
const plain: Staging = { hold: HOLD, sign: null, paper: false };
const paper: Staging = { hold: HOLD, sign: null, paper: true };
const signed = (sign: Sign): Staging => ({ hold: HOLD, sign, paper: false });

const STAGING: Readonly<Record<BeatKind, Staging>> = {
  sent: { ...plain, hold: 1.1 },
  'warning-ignored': paper,
  disclosed: { ...plain, hold: 2 },
  recognised: signed('recognised'),
  'content-leaked': signed('leak'),
  'replied-all': signed('speaks'),
  'replied-all-harmless': signed('speaks'),
  unmasked: { ...signed('speaks'), hold: 2 },
  forwarded: signed('speaks'),
  recalled: plain,
  complaint: paper,
  press: paper,
  referred: paper,
  notified: paper,
  'apology-due': paper,
  'apology-repeats': paper,
  omitted: signed('waiting'),
  'hidden-doer': signed('unaware'),
  'hidden-accountable': signed('unaware'),
  'cannot-discuss': signed('silent'),
  'nobody-exposed': { ...paper, hold: 2.4 },
  recorded: paper,
  decided: { ...paper, hold: 3 },
  authored: { ...paper, hold: 3.4 },
};

/** Returns what happens in one beat, and how long it takes to see and read. */
export interface BeatCues {
  readonly cues: readonly Cue[];
  readonly seconds: number;
}

/** Returns the cues of every beat of the outcome. */
export function cuesOfBeats({ level, outcome }: ReplayModel): BeatCues[] {
  const sent = new Map(dispatches(level, outcome).map((dispatch) => [dispatch.desk, dispatch]));
  const links = exposuresByBeat(level, outcome);
  const arrivals = [...sent.values()].flatMap((dispatch) => dispatch.arrivals);
  const hidden = new Set(
    arrivals.map(({ actor }) => actor).filter((id) => arrivals.every(({ actor, visible }) => actor !== id || !visible)),
  );
  const seen = seenBy(outcome, links);
  return outcome.beats.map((beat, index) => {
    const dispatch = beat.kind === 'sent' ? sent.get(deskOfMail(level, beat.mail)) : undefined;
    const cues = [
      ...(dispatch ? dispatchCues(dispatch, index) : []),
      ...linkCues(links.get(index), hidden, index),
      ...(seen.get(index) ?? []).map(({ actor, by, people }): Cue => ({
        do: 'seen',
        actor,
        by,
        people,
        beat: index,
        after: 1.2,
        seconds: 0.5,
      })),
      ...actorCues(outcome, beat, index),
    ];
    const last = Math.max(0, ...cues.map(({ after, seconds }) => after + seconds));
    const seconds = last + STAGING[beat.kind].hold;
    if (STAGING[beat.kind].paper) cues.push({ do: 'lay', beat: index, after: seconds, seconds: LAID });
    return { cues, seconds };
  });
}

/** Separate mails arrive one by one, as they were sent; copies of one mail arrive nearly together. */
function dispatchCues({ desk, arrivals }: Dispatch, beat: number): Cue[] {
  const separate = arrivals.some(({ field }) => field === 'separate');
  const pause = Math.min(separate ? 0.55 : 0.2, (separate ? 3.6 : 1.6) / arrivals.length);
  return arrivals.flatMap((arrival, order): Cue[] => [
    { do: 'fly', arrival, desk, beat, after: 0.3 + order * pause, seconds: 1.1 },
    { do: 'open', arrival, desk, beat, after: 1.5 + order * pause, seconds: 0.7 },
  ]);
}

function linkCues(links: BeatExposures | undefined, hidden: ReadonlySet<ContactId>, beat: number): Cue[] {
  if (!links) return [];
  const { threads, bleeds, pool } = links;
  const pause = Math.min(0.35, 2 / Math.max(1, threads.length));
  return [
    ...bleeds.map(({ viewer }, order): Cue => ({
      do: 'bleed',
      actor: viewer,
      beat,
      after: 0.2 + order * Math.min(0.25, 1.4 / bleeds.length),
      seconds: 2.4,
    })),
    ...threads.map((exposure, order): Cue => ({
      do: 'thread',
      exposure,
      hidden: hidden.has(exposure.viewer),
      beat,
      after: 0.2 + order * pause,
      seconds: 1.2,
    })),
    ...(pool ? [{ do: 'pool', pool, hidden, beat, after: 0.2, seconds: 2.2 } as const] : []),
  ];
}

function actorCues(outcome: Outcome, beat: Beat, index: number): Cue[] {
  const { sign } = STAGING[beat.kind];
  const actors = beat.kind === 'forwarded' ? [beat.forwarder] : sign === 'speaks' ? beat.subjects : beat.viewers;
  const posts = postsOf(outcome, beat);
  const pause = Math.min(0.18, 1 / Math.max(1, posts.length));
  const cues: Cue[] = [];
  for (const actor of sign ? actors : []) {
    if (sign) cues.push({ do: 'sign', actor, sign, beat: index, after: 0.2, seconds: 0.5 });
  }
  for (const [order, { from, to }] of posts.entries()) {
    cues.push({ do: 'post', from, to, beat: index, after: 0.3 + order * pause, seconds: 1.1 });
  }
  if (beat.kind === 'nobody-exposed') cues.push({ do: 'calm', beat: index, after: 0, seconds: 1.2 });
  if (STAGING[beat.kind].paper)
    cues.push({ do: 'notice', beat: index, after: beat.kind === 'complaint' ? 1.1 : 0.1, seconds: 0.7 });
  return cues;
}

function postsOf({ sent }: Outcome, beat: Beat): { readonly from: ContactId; readonly to: ContactId | null }[] {
  switch (beat.kind) {
    case 'complaint':
      return beat.subjects.map((from) => ({ from, to: null }));
    case 'forwarded':
      return beat.viewers.map((to) => ({ from: beat.forwarder, to }));
    case 'replied-all':
    case 'replied-all-harmless':
    case 'unmasked':
      return beat.subjects.flatMap((from) =>
        [...beat.viewers.filter((to) => to !== from && share(sent, from, to)), null].map((to) => ({ from, to })),
      );
    default:
      return [];
  }
}

/**
 * True for two people who have a mail in common. Someone without any of the mails is reached by every reply, because
 * Reply-To names them.
 */
function share(sent: Outcome['sent'], one: ContactId, other: ContactId): boolean {
  const has = (copies: Outcome['sent'][number]['copies'], id: ContactId) =>
    copies.some(({ contact }) => contact === id);
  const got = sent.filter(({ copies }) => has(copies, other));
  return got.length === 0 || got.some(({ copies }) => has(copies, one));
}

interface Seen {
  readonly actor: ContactId;
  readonly people: number;
  readonly by: number;
}

/** Returns for each beat that shows someone how many have seen each of them by then. */
function seenBy(outcome: Outcome, links: ReadonlyMap<number, BeatExposures>): ReadonlyMap<number, Seen[]> {
  const pairs = new Map<ContactId, number>();
  const people = new Map(outcome.exposed.map((exposed) => [exposed.contact, exposed.people]));
  const told = new Map<number, Seen[]>();
  for (const index of outcome.beats.keys()) {
    const link = links.get(index);
    if (!link) continue;
    const subjects = new Set<ContactId>();
    for (const { subject, pairs: more } of link.exposures) {
      pairs.set(subject, (pairs.get(subject) ?? 0) + more);
      subjects.add(subject);
    }
    // Rounds up as the engine does, because each figure is a whole number of people.
    told.set(
      index,
      [...subjects].map((actor) => {
        const seen = people.get(actor) ?? 1;
        return { actor, people: seen, by: Math.ceil((pairs.get(actor) ?? 0) / seen) };
      }),
    );
  }
  return told;
}
