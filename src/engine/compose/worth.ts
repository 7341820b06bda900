import { bestPlacement } from '../analysis/analysis.ts';
import { habitually, NAIVE_HABITS, type NaiveHabit } from '../analysis/habits.ts';
import { canLieIn } from '../level/contact.ts';
import { isVisibleField, type Field } from '../level/fields.ts';
import type { Contact, Level } from '../level/level.ts';
import type { MailRouting } from '../mail/routing.ts';
import { deskOf } from '../play/desk.ts';
import { simulate } from '../play/simulate.ts';
import { scoreAlone } from '../rules/score.ts';
import { tell } from '../story/story.ts';

/** In a situation that is worth playing, the best way earns at least this much … */
const LEAST_BEST = 95;
/** … and every habit that needs no thought loses at least this much. */
const LEAST_LOST = 20;

/** The scores of a situation that is worth playing. */
export interface Worth {
  readonly best: MailRouting;
  readonly score: number;
  readonly habits: Readonly<Record<NaiveHabit, number>>;
}

/**
 * Plays a situation of one email to see whether it is worth playing: it has one best way, which earns nearly all points, and no habit
 * comes near it. Fields that count alike are one field here.
 *
 * @returns null when it is not worth playing
 */
export function worthOf(level: Level): Worth | null {
  const [mail] = level.mails;
  const before = { routing: {}, outcome: simulate(level, {}) };
  const desk = deskOf(level, before.outcome);
  if (!mail || !desk) return null;
  const scoreOf = (placement: MailRouting) => scoreAlone(tell(level, { [mail.id]: placement }));
  const best = bestPlacement(level, desk, before).placement;
  const score = scoreOf(best);
  if (score < LEAST_BEST) return null;
  const habits = Object.fromEntries(NAIVE_HABITS.map((habit) => [habit, scoreOf(habitually(level, desk, habit))]));
  if (Object.values(habits).some((earned) => earned > 100 - LEAST_LOST)) return null;
  if (!isUnique(level, best, (placement) => scoreOf(placement) < score)) return null;
  // oxlint-disable-next-line no-unsafe-type-assertion -- it was made with a name for each habit just above
  return { best, score, habits: habits as Worth['habits'] };
}

/**
 * True when every card costs points in another field. Cards with the same facts move together, because one of several strangers may
 * as well be alone in To while the others get separate emails. Two changes that make up for each other are not noticed here; a test
 * tries all combinations.
 */
function isUnique(level: Level, best: MailRouting, isWorse: (placement: MailRouting) => boolean): boolean {
  return groupsOf(level).every((cards) =>
    otherFields(level, best[cards[0]?.id ?? ''] ?? 'none')
      .filter((field) => cards.every((card) => canLieIn(card, field)))
      .every((field) => isWorse({ ...best, ...Object.fromEntries(cards.map(({ id }) => [id, field])) })),
  );
}

/** Groups the cards of a level's first email: cards with the same facts are in one group. */
export function groupsOf(level: Level): Contact[][] {
  const [mail] = level.mails;
  const groups = new Map<string, Contact[]>();
  for (const card of level.contacts) {
    if (!(mail?.contacts?.includes(card.id) ?? true)) continue;
    const { id, name: _name, address: _address, about: _about, ...facts } = card;
    const circles = level.circles?.map(({ members }) => members.includes(id));
    const key = JSON.stringify([facts, circles]);
    groups.set(key, [...(groups.get(key) ?? []), card]);
  }
  return [...groups.values()];
}

/** Returns the fields that count differently from the card's own. To and Cc count alike, unless separate emails carry the Cc line. */
export function otherFields({ mails: [mail] }: Level, own: Field): Field[] {
  const alike = (field: Field) => mail?.ccOnSeparate !== true && isVisibleField(field) && isVisibleField(own);
  return [...new Set<Field>([...(mail?.fields ?? []), 'none'])].filter((field) => field !== own && !alike(field));
}
