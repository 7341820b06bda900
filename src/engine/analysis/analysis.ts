import { addressDesks, type Addressed } from './address-desks.ts';
import { type Budget, countedBudget, UNLIMITED } from './budget.ts';
import { routeDesk, type Desk } from '../play/desk.ts';
import type { ContactId, Field, Level, MailId } from '../level/level.ts';
import { canLieIn } from '../mail/contacts.ts';
import type { Outcome } from '../play/outcome.ts';
import type { DeductionKind } from '../rules/deduction.ts';
import { simulate } from '../play/simulate.ts';
import type { Routing } from '../mail/routing.ts';
import { scoreAlone } from '../rules/score.ts';
import { searchPlacement, type Found } from './search.ts';
import { tell } from '../story/story.ts';

export interface Best {
  readonly routing: Routing;
  readonly outcome: Outcome;
  /** True when no routing of these desks, one after another, scores higher. */
  readonly exact: boolean;
}

/** A few seconds' work, which only levels with some twenty cards and mails use up. */
const MOST_WORK = 20_000_000;

/**
 * Finds the routing with the highest score, desk by desk; of several, one near to custom.
 * Exact if it loses no point, or if a desk has at most 4,096 placements of groups of similar contacts (see
 * `searchPlacement`). Each desk is addressed in the best way by itself.
 * @param budget shared among the desks; where it is used up, the desk is addressed as well as it was found until then
 */
export function bestRouting(level: Level, budget: Budget = countedBudget(MOST_WORK)): Best {
  let exact = true;
  const { routing, outcome } = addressDesks(level, (desk, before) => {
    const later = level.mails.length - Object.keys(before.routing).length;
    const found = bestPlacement(level, desk, before, budget.share(desk.mails.length / Math.max(later, 1)));
    exact &&= found.exact;
    return found.placement;
  });
  return { routing, outcome, exact };
}

/** Finds the placement of one desk with the highest score, given what was sent before it. */
export function bestPlacement(
  level: Level,
  desk: Desk,
  { routing, outcome }: Addressed,
  budget: Budget = UNLIMITED,
): Found {
  return searchPlacement(
    level,
    desk,
    (placement, wanted) =>
      scoreAlone(tell(level, { ...routing, ...routeDesk(level, outcome, desk, placement) }), wanted),
    budget,
  );
}

/** For one contact: the best field, and what each other field would cost. */
export interface BestStep {
  readonly mail: MailId;
  readonly contact: ContactId;
  /** The field that the player chose. */
  readonly yours: Field;
  readonly best: Field;
  /** Every other field on offer, with the points it would lose in the best routing and why; costliest first. */
  readonly alternatives: readonly Alternative[];
}

export interface Alternative {
  readonly field: Field;
  /**
   * Points lost against the best routing by this one change; 0 if it is as good, below 0 if the search missed a better
   * way.
   */
  readonly points: number;
  readonly because: readonly DeductionKind[];
}

/**
 * Explains the best routing by what each other choice would cost, contact by contact, for the mails that the best play
 * sends.
 * @param routing the player's own
 */
export function explainBest(level: Level, routing: Routing): BestStep[] {
  const best = bestRouting(level);
  return level.contacts.flatMap((card) => {
    const { id } = card;
    const mail = best.outcome.sent.find((sent) =>
      level.mails.some((known) => known.id === sent.mail && concerns(level, known.id, id)),
    )?.mail;
    if (mail === undefined) return [];
    const fields = level.mails.find((known) => known.id === mail)?.fields ?? [];
    const field = best.routing[mail]?.[id] ?? 'none';
    const offered = [...new Set<Field>([...fields, 'none'])].filter(
      (other) => other !== field && canLieIn(card, other),
    );
    return [
      {
        mail,
        contact: id,
        yours: routing[mail]?.[id] ?? 'none',
        best: field,
        alternatives: offered
          .map((other) => alternative(level, best, id, other))
          .toSorted((a, b) => b.points - a.points),
      },
    ];
  });
}

function concerns(level: Level, mail: MailId, contact: ContactId): boolean {
  const known = level.mails.find(({ id }) => id === mail);
  return known !== undefined && (known.contacts?.includes(contact) ?? !known.affected);
}

function alternative(level: Level, best: Best, contact: ContactId, field: Field): Alternative {
  const routing = Object.fromEntries(
    Object.entries(best.routing).map(([mail, fields]) => [
      mail,
      concerns(level, mail, contact) ? { ...fields, [contact]: field } : fields,
    ]),
  );
  const outcome = simulate(level, routing);
  const before = new Map(best.outcome.deductions.map(({ kind, points }) => [kind, points]));
  return {
    field,
    points: best.outcome.score - outcome.score,
    because: outcome.deductions.filter(({ kind, points }) => points > (before.get(kind) ?? 0)).map(({ kind }) => kind),
  };
}
