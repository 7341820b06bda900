import { bestRouting, explainBest, type Best, type BestStep } from '../engine/analysis.ts';
import { contactsOn } from '../engine/desks.ts';
import type { Contact, Field, Level } from '../engine/level.ts';
import type { DeductionKind } from '../engine/outcome.ts';
import { replay } from '../engine/replay.ts';
import type { Routing } from '../engine/routing.ts';

/** What another field would have cost the contacts of a row, all else being best. */
export interface Price {
  readonly field: Field;
  readonly points: number;
  readonly because: readonly DeductionKind[];
}

/** Contacts for which the same holds, so that seven batches are one row. */
export interface BestRow {
  readonly contacts: readonly Contact[];
  readonly yours: Field;
  readonly best: Field;
  /** The price of the player's field; where that was best, of the costliest other. Null when no other costs anything. */
  readonly price: Price | null;
}

/**
 * The best routing beside the player's, in rows.
 *
 * Contacts of a row are moved together: a rival alone in Cc shows nobody, but two of them show each other.
 */
export function bestRows(level: Level, routing: Routing): BestRow[] {
  const best = bestRouting(level);
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
    const others = yours === field ? alternatives.map((other) => other.field) : [yours];
    const prices = others.map((other) => priceOf(level, best, contacts, other)).filter(({ points }) => points > 0);
    const [dearest] = prices.toSorted((a, b) => b.points - a.points);
    return { contacts, yours, best: field, price: dearest ?? null };
  });
}

function priceOf(level: Level, best: Best, contacts: readonly Contact[], field: Field): Price {
  const moved = Object.fromEntries(
    level.mails.flatMap((mail) => {
      const fields = best.routing[mail.id];
      if (!fields) return [];
      const on = new Set(contactsOn(level, mail, []));
      const here = contacts.filter(({ id }) => on.has(id));
      return [[mail.id, { ...fields, ...Object.fromEntries(here.map(({ id }) => [id, field])) }]];
    }),
  );
  const outcome = replay(level, moved);
  const before = new Map(best.outcome.deductions.map(({ kind, points }) => [kind, points]));
  return {
    field,
    points: Math.max(0, best.outcome.score - outcome.score),
    because: outcome.deductions.filter(({ kind, points }) => points > (before.get(kind) ?? 0)).map(({ kind }) => kind),
  };
}
