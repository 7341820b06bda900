import { simulate, type Field, type Level } from '../engine/index.ts';

/** What a slip costs on an email of one sensitivity, by the engine's own weights. */
export interface LeakCost {
  readonly sensitivity: number;
  /** What is left of 100 when one stranger sees one other. */
  readonly leaked: number;
  /** What is left of 100 when only Bcc hides the two. */
  readonly hiddenByBcc: number;
}

const SENSITIVITIES = [0, 1, 2, 3];

let known: readonly LeakCost[] | null = null;

/** Returns the cost of a slip at each step of sensitivity, found by playing the smallest email that can leak. */
export function leakCosts(): readonly LeakCost[] {
  known ??= SENSITIVITIES.map((sensitivity) => ({
    sensitivity,
    leaked: scoreOf(sensitivity, 'to'),
    hiddenByBcc: scoreOf(sensitivity, 'bcc'),
  }));
  return known;
}

function scoreOf(sensitivity: number, field: Field): number {
  return simulate(twoStrangers(sensitivity), { mail: { one: field, other: field } }).privacy;
}

function twoStrangers(sensitivity: number): Level {
  const stranger = (id: string) => ({ id, name: id, address: `${id}@mail.example`, needs: 'know' as const });
  return {
    format: 2,
    id: 'two-strangers',
    title: '-',
    summary: '-',
    minutes: 1,
    briefing: '-',
    sender: { name: '-', address: 'sender@post.example' },
    contacts: [stranger('one'), stranger('other')],
    mails: [{ id: 'mail', subject: '-', body: '-', sensitivity, fields: ['to', 'bcc', 'separate'] }],
    lesson: { rule: 'list-is-secret', why: '-' },
  };
}
