import { isOptional } from '../story/desks.ts';
import type { ContactId, Level } from '../level/level.ts';
import { silencedCircles } from '../rules/cannot-discuss.ts';
import { unseenAccountable } from '../rules/hidden-accountable.ts';
import { hiddenDoers } from '../rules/hidden-doer.ts';
import { mailsIn } from '../rules/needed.ts';
import { omissions } from '../rules/omitted.ts';
import { isKeptOut, isNeeded, needOf } from '../level/needs.ts';
import type { Routing } from '../mail/routing.ts';
import { tell, type Story } from '../story/story.ts';

/** How often one of the two questions was answered rightly and wrongly, counted by cards. */
export interface Count {
  readonly right: number;
  readonly wrong: number;
}

/**
 * The two questions about every mail, counted separately as in signal detection (Green & Swets 1966): a player who
 * hides everyone answers the first perfectly and fails the second.
 * - `protect`: cards that someone must not see. Right is a hit, wrong a miss.
 * - `reach`: cards that must get the mail, be seen on it or be answered. Wrong is a false alarm: one that was hidden
 * needlessly; right is a correct rejection.
 */
export interface Discernment {
  readonly protect: Count;
  readonly reach: Count;
}

export const NOTHING_ASKED: Discernment = { protect: { right: 0, wrong: 0 }, reach: { right: 0, wrong: 0 } };

/** What a player tends to do wrong. `unknown` means too few cards to say, and `sure` hardly any mistakes. */
export type Leaning = 'shows' | 'hides' | 'both' | 'sure' | 'unknown';

/**
 * Counts what a routing got right and wrong in the mails that it addresses. A card counts once for each question,
 * however many mails it is on and however many people it has.
 */
export function discern(level: Level, routing: Routing): Discernment {
  const story = tell(level, routing);
  return {
    protect: counted(toProtect(story), shown(story)),
    reach: counted(toReach(story), hidden(story)),
  };
}

/** Adds up the counts of several levels. */
export function sumOf(parts: readonly Discernment[]): Discernment {
  const add = (one: Count, other: Count) => ({ right: one.right + other.right, wrong: one.wrong + other.wrong });
  return parts.reduce(
    (sum, part) => ({ protect: add(sum.protect, part.protect), reach: add(sum.reach, part.reach) }),
    NOTHING_ASKED,
  );
}

/** Fewer cards than this say nothing about a person. */
const ENOUGH = 4;
/** Mistakes in at most this many cards are slips and not a tendency; the same goes for a difference this small. */
const SLIP = 0.1;

export function leaning({ protect, reach }: Discernment): Leaning {
  if (total(protect) < ENOUGH || total(reach) < ENOUGH) return 'unknown';
  const shows = protect.wrong / total(protect);
  const hides = reach.wrong / total(reach);
  if (shows <= SLIP && hides <= SLIP) return 'sure';
  if (Math.abs(shows - hides) <= SLIP) return 'both';
  return shows > hides ? 'shows' : 'hides';
}

/** How many cards a question was asked about. */
export function total({ right, wrong }: Count): number {
  return right + wrong;
}

/** A card that failed was asked about too, even if it failed in an indirect way, such as through the name of a list. */
function counted(asked: ReadonlySet<ContactId>, failed: ReadonlySet<ContactId>): Count {
  const all = new Set([...asked, ...failed]);
  return { right: all.size - failed.size, wrong: failed.size };
}

/** Cards that one of their mails could show to a stranger, and those that must not get it at all. */
function toProtect(story: Story): Set<ContactId> {
  const asked = new Set<ContactId>();
  for (const { mail, concerns } of mailsIn(story)) {
    for (const subject of concerns) {
      const strangers = [...concerns].some(
        (viewer) =>
          (viewer !== subject || (subject.people ?? 1) > 1) && !story.relations.shareContext(viewer, subject, mail.id),
      );
      if (strangers || isKeptOut(needOf(mail, subject))) asked.add(subject.id);
    }
  }
  return asked;
}

function shown({ exposed, leaks }: Story): Set<ContactId> {
  return new Set([...exposed, ...leaks].map(({ contact }) => contact));
}

function toReach(story: Story): Set<ContactId> {
  const asked = new Set<ContactId>();
  for (const { mail, concerns } of mailsIn(story)) {
    if (isOptional(mail)) continue;
    for (const contact of concerns) {
      if (isNeeded(needOf(mail, contact)) || contact.mustBeSeen) asked.add(contact.id);
    }
    for (const { members } of story.relations.discussing(mail.id)) {
      const here = members.filter((member) => concerns.has(member));
      if (here.length > 1) for (const { id } of here) asked.add(id);
    }
  }
  return asked;
}

function hidden(story: Story): Set<ContactId> {
  const unseen = mailsIn(story).flatMap((mail) => [...hiddenDoers(mail), ...unseenAccountable(story, mail)]);
  return new Set([
    ...story.desks.flatMap(omissions).map(({ contact }) => contact.id),
    ...unseen.map(({ id }) => id),
    ...mailsIn(story)
      .flatMap((mail) => silencedCircles(story, mail))
      .flatMap(({ missing }) => missing.map(({ id }) => id)),
  ]);
}
