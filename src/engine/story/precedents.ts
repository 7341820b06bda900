import type { Identity, Regulator } from '../level/level.ts';

/** The data-protection law under which a regulator decides. */
export type Law = Regulator['test'];

/** The kind of breach: addresses that others could read, or a mail to a wrong reader. */
export type BreachKind = 'shown' | 'wrong-recipient';

/** What a regulator did about a real breach, from the mildest to the strictest. */
export const MEASURES = ['not-reported', 'no-fine', 'warning', 'reprimand', 'fine'] as const;
export type Measure = (typeof MEASURES)[number];

export type Currency = 'GBP' | 'EUR' | 'PLN';

/** How many people a decision is about: a number, the words of the source if it gives no number, or unknown. */
export type PeopleCount = number | 'dozens' | 'hundreds' | 'unknown';

/** A decision; `precedent.<id>` in the language files describes the case. */
export type PrecedentId =
  | 'gloucestershire-2018'
  | 'iicsa-2018'
  | 'bloomsbury'
  | 'dean-street-2016'
  | 'pcc-2023'
  | 'nhs-highland-2023'
  | 'hiv-scotland-2021'
  | 'executive-office-2023'
  | 'ymca-2024'
  | 'mod-2023'
  | 'tavistock-2022'
  | 'bcp-2025'
  | 'asl-to4-2024'
  | 'senseonics-2022'
  | 'roverbella-2025'
  | 'italy-health-2024'
  | 'brotherhood-2021'
  | 'electric-renting-2020'
  | 'romania-water-2023'
  | 'belgium-survey-2025'
  | 'enea-2021'
  | 'belgium-school-2021';

/** A regulator's real decision about a mail that exposed too much. */
export interface Precedent {
  readonly id: PrecedentId;
  readonly law: Law;
  readonly kind: BreachKind;
  readonly people: PeopleCount;
  /** What being on the mail said about a person, on the scale of a level (0 to 3). */
  readonly sensitivity: 0 | 1 | 2 | 3;
  /** The most that the addresses revealed about their owners; null if the source does not say. */
  readonly identity: Identity | null;
  readonly measure: Measure;
  /** In whole units of the currency; 0 without a fine. */
  readonly amount: number;
  readonly currency: Currency;
}

type Case = Omit<Precedent, 'law' | 'kind' | 'currency' | 'amount' | 'measure'> & Partial<Precedent>;

/** A decision under a law, about visible addresses unless stated otherwise; a fine if it has an amount. */
const under =
  (law: Law, currency: Currency) =>
  ({ amount = 0, measure = amount > 0 ? 'fine' : 'reprimand', ...facts }: Case): Precedent => ({
    law,
    kind: 'shown',
    currency,
    amount,
    measure,
    ...facts,
  });

const uk2012 = under('uk-2012', 'GBP');
const ukGdpr = under('uk-gdpr', 'GBP');
const euGdpr = under('eu-gdpr', 'EUR');

/**
 * Real decisions whose facts are complete in a source that we read. docs/sources.md lists each with its source; a test
 * compares the two.
 */
export const PRECEDENTS: readonly Precedent[] = [
  uk2012({ id: 'gloucestershire-2018', people: 56, sensitivity: 3, identity: 'full', amount: 80_000 }),
  uk2012({ id: 'iicsa-2018', people: 90, sensitivity: 3, identity: 'full', amount: 200_000 }),
  uk2012({ id: 'bloomsbury', people: 200, sensitivity: 3, identity: 'partial', amount: 250 }),
  uk2012({ id: 'dean-street-2016', people: 781, sensitivity: 3, identity: 'full', amount: 180_000 }),

  ukGdpr({ id: 'pcc-2023', people: 15, sensitivity: 3, identity: null }),
  ukGdpr({ id: 'nhs-highland-2023', people: 37, sensitivity: 3, identity: null }),
  ukGdpr({ id: 'hiv-scotland-2021', people: 105, sensitivity: 3, identity: 'full', amount: 10_000 }),
  ukGdpr({ id: 'executive-office-2023', people: 251, sensitivity: 3, identity: null }),
  ukGdpr({ id: 'ymca-2024', people: 264, sensitivity: 3, identity: 'full', amount: 7_500 }),
  ukGdpr({ id: 'mod-2023', people: 265, sensitivity: 3, identity: 'photo', amount: 350_000 }),
  ukGdpr({ id: 'tavistock-2022', people: 1_781, sensitivity: 3, identity: null, amount: 78_400 }),
  ukGdpr({ id: 'bcp-2025', people: 'hundreds', sensitivity: 0, identity: null, measure: 'not-reported' }),

  euGdpr({ id: 'asl-to4-2024', people: 45, sensitivity: 3, identity: null, amount: 8_400 }),
  euGdpr({ id: 'senseonics-2022', people: 2_000, sensitivity: 3, identity: null, amount: 45_000 }),
  euGdpr({ id: 'roverbella-2025', people: 'unknown', sensitivity: 3, identity: null, amount: 1_000 }),
  euGdpr({
    id: 'italy-health-2024',
    kind: 'wrong-recipient',
    people: 1,
    sensitivity: 3,
    identity: null,
    amount: 18_000,
  }),
  euGdpr({ id: 'brotherhood-2021', people: 'unknown', sensitivity: 2, identity: null }),
  euGdpr({ id: 'electric-renting-2020', people: 'dozens', sensitivity: 1, identity: null, amount: 2_500 }),
  euGdpr({ id: 'romania-water-2023', people: 'unknown', sensitivity: 1, identity: null, amount: 3_000 }),
  euGdpr({ id: 'belgium-survey-2025', people: 'unknown', sensitivity: 1, identity: null, measure: 'warning' }),
  euGdpr({
    id: 'enea-2021',
    kind: 'wrong-recipient',
    people: 259,
    sensitivity: 1,
    identity: null,
    amount: 136_437,
    currency: 'PLN',
  }),
  euGdpr({ id: 'belgium-school-2021', people: 'unknown', sensitivity: 0, identity: null, measure: 'no-fine' }),
];
