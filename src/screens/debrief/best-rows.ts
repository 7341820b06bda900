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

/** What one field would cost the contacts of a row. */
export interface Price {
  readonly field: Field;
  /** Where the other contacts are: all as in the best routing, or all as the player had them. */
  readonly others: 'best' | 'yours';
  /** Exactly what the score loses when these contacts are in this field. */
  readonly points: number;
  readonly because: readonly DeductionKind[];
}

/** Contacts with the same outcome, so that seven batches make one row. */
export interface BestRow {
  readonly contacts: readonly Contact[];
  readonly yours: Field;
  readonly best: Field;
  /**
   * The price of the player's field, whichever is higher; if that field was the best, the price of the costliest other
   * one. Null when none costs anything.
   */
  readonly price: Price | null;
}

/**
 * Compares the best routing with the player's, in rows.
 * All contacts of a row move together: one rival alone in Cc sees nobody, but two of them see each other.
 */
export function bestRows(level: Level, routing: Routing): BestRow[] {
  const best = bestRouting(level);
  // An apology that followed counts towards the whole play, not towards one row.
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

/** Returns what it costs to move these contacts to another field while the others stay put. */
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
