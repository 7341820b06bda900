import {
  bestRouting,
  contactsOn,
  explainBest,
  simulate,
  type BestStep,
  type Contact,
  type DeductionKind,
  type Field,
  type Level,
  type Routing,
} from '../../engine/index.ts';

/** What a field costs the contacts of a row. */
export interface Price {
  readonly field: Field;
  /** Where the others are meanwhile: all as it is best, or all where the player had them. */
  readonly others: 'best' | 'yours';
  /** Exactly what the score loses by having them here. */
  readonly points: number;
  readonly because: readonly DeductionKind[];
}

/** Contacts for which the same holds, so that seven batches are one row. */
export interface BestRow {
  readonly contacts: readonly Contact[];
  readonly yours: Field;
  readonly best: Field;
  /** The price of the player's field, the higher of both; where that was best, of the costliest other. Null when none costs anything. */
  readonly price: Price | null;
}

/**
 * The best routing beside the player's, in rows.
 *
 * Contacts of a row are moved together: a rival alone in Cc shows nobody, but two of them show each other.
 */
export function bestRows(level: Level, routing: Routing): BestRow[] {
  const best = bestRouting(level);
  // An apology that followed is a price of the whole, and not of one row.
  const first = Object.fromEntries(Object.entries(routing).filter(([mail]) => best.routing[mail] !== undefined));
  const rows = new Map<string, { contacts: Contact[]; step: BestStep }>();
  for (const step of explainBest(level, routing)) {
    const contact = level.contacts.find(({ id }) => id === step.contact);
    if (!contact) continue;
    const key = JSON.stringify([step.yours, step.best, contact.needs, contact.kind, (contact.people ?? 1) > 1]);
    const row = rows.get(key);
    if (row) row.contacts.push(contact);
    else rows.set(key, { contacts: [contact], step });
  }
  return [...rows.values()].map(({ contacts, step: { yours, best: field, alternatives } }) => {
    const prices =
      yours === field
        ? alternatives.map((other) => priceOf(level, best.routing, contacts, field, other.field, 'best'))
        : [
            priceOf(level, best.routing, contacts, field, yours, 'best'),
            priceOf(level, first, contacts, field, yours, 'yours'),
          ];
    const [dearest] = prices.filter(({ points }) => points > 0).toSorted((a, b) => b.points - a.points);
    return { contacts, yours, best: field, price: dearest ?? null };
  });
}

/** What it costs to have these contacts in one field instead of another, the others staying where a routing has them. */
function priceOf(
  level: Level,
  routing: Routing,
  contacts: readonly Contact[],
  cheap: Field,
  field: Field,
  others: Price['others'],
): Price {
  const [before, after] = [cheap, field].map((where) => simulate(level, withAllIn(level, routing, contacts, where)));
  const lost = new Map(before?.deductions.map(({ kind, points }) => [kind, points]));
  return {
    field,
    others,
    points: (before?.score ?? 0) - (after?.score ?? 0),
    because: [
      ...new Set(
        (after?.deductions ?? []).flatMap(({ kind, points }) => (points > (lost.get(kind) ?? 0) ? [kind] : [])),
      ),
    ],
  };
}

function withAllIn(level: Level, routing: Routing, contacts: readonly Contact[], field: Field): Routing {
  return Object.fromEntries(
    level.mails.flatMap((mail) => {
      const fields = routing[mail.id];
      if (!fields) return [];
      const on = new Set(contactsOn(level, mail, []));
      const here = contacts.filter(({ id }) => on.has(id));
      return [[mail.id, { ...fields, ...Object.fromEntries(here.map(({ id }) => [id, field])) }]];
    }),
  );
}
