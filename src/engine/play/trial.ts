import { canLieIn } from '../level/contact.ts';
import { deskOf, type Desk, routeDesk, type SoFar } from './desk.ts';
import type { Level } from '../level/level.ts';
import type { MailRouting, Routing } from '../mail/routing.ts';
import { tell, type Story } from '../story/story.ts';
import type { AddressedDesk } from './what-if.ts';

/** A level addressed in one go, as its author tries it. */
export interface Trial {
  /** The desks in order, up to the first that nobody is on; that one is the last. */
  readonly desks: readonly AddressedDesk[];
  /** What the desks send; a desk that nobody is on sends nothing, and ends it if it may not be skipped. */
  readonly routing: Routing;
  /** True when every mail that is due has been addressed. */
  readonly whole: boolean;
}

/**
 * Returns the desks of a level one after another, and what they send. Each desk continues the story of those before it,
 * so thirty mails cost little more than one.
 * @param placementOn the field of each card of a desk; cards that the desk lacks and fields that it does not offer are
 *   left out
 */
export function tryDesks(level: Level, placementOn: (desk: Desk) => MailRouting): Trial {
  const desks: AddressedDesk[] = [];
  let routing: Routing = {};
  let story = tell(level, routing);
  let soFar = soFarOf(story);
  for (let desk = deskOf(level, soFar); desk; desk = deskOf(level, soFar)) {
    const placement = offered(level, desk, placementOn(desk));
    desks.push({ desk, placement });
    const empty = Object.values(placement).every((field) => field === 'none');
    if (empty && !desk.optional) return { desks, routing, whole: false };
    routing = { ...routing, ...routeDesk(level, soFar, desk, placement) };
    story = tell(level, routing, story);
    soFar = soFarOf(story);
  }
  return { desks, routing, whole: true };
}

function offered(level: Level, desk: Desk, placement: MailRouting): MailRouting {
  const onDesk = level.contacts.filter(({ id }) => desk.contacts.includes(id));
  return Object.fromEntries(
    onDesk.map((contact) => {
      const field = placement[contact.id] ?? 'none';
      return [contact.id, desk.fields.includes(field) && canLieIn(contact, field) ? field : 'none'];
    }),
  );
}

function soFarOf(story: Story): SoFar {
  return {
    due: story.due.map(({ id }) => id),
    sent: Object.entries(story.routing).map(([mail, cards]) => ({ mail, cards })),
    get exposed() {
      return story.exposed;
    },
  };
}
