/**
 * Real decisions about recipients who could see each other, from which the engine takes typical figures.
 * Every figure is read in the source named in docs/sources.md; `precedent.<id>` in the language files tells the case.
 */
export interface Precedent {
  readonly id: string;
  readonly law: 'uk-2012' | 'uk-gdpr';
  /** People whose addresses were shown. */
  readonly people: number;
  readonly outcome: 'penalty' | 'reprimand';
  /** In pounds; 0 for a reprimand. */
  readonly amount: number;
}

export const PRECEDENTS: readonly Precedent[] = [
  { id: 'gloucestershire-2018', law: 'uk-2012', people: 56, outcome: 'penalty', amount: 80_000 },
  { id: 'iicsa-2018', law: 'uk-2012', people: 90, outcome: 'penalty', amount: 200_000 },
  { id: 'dean-street-2016', law: 'uk-2012', people: 781, outcome: 'penalty', amount: 180_000 },
  { id: 'pcc-2023', law: 'uk-gdpr', people: 15, outcome: 'reprimand', amount: 0 },
  { id: 'nhs-highland-2023', law: 'uk-gdpr', people: 37, outcome: 'reprimand', amount: 0 },
  { id: 'hiv-scotland-2021', law: 'uk-gdpr', people: 105, outcome: 'penalty', amount: 10_000 },
  { id: 'executive-office-2023', law: 'uk-gdpr', people: 251, outcome: 'reprimand', amount: 0 },
  { id: 'mod-2023', law: 'uk-gdpr', people: 265, outcome: 'penalty', amount: 350_000 },
  { id: 'ymca-2024', law: 'uk-gdpr', people: 264, outcome: 'penalty', amount: 7_500 },
  { id: 'tavistock-2022', law: 'uk-gdpr', people: 1_781, outcome: 'penalty', amount: 78_400 },
];

/** The decision under a law whose number of people is nearest, measured as a ratio; the smaller penalty when two are as near. */
export function nearestPrecedent(law: Precedent['law'], people: number): Precedent {
  const distance = (precedent: Precedent) => Math.abs(Math.log(precedent.people / people));
  const [first, ...rest] = PRECEDENTS.filter((precedent) => precedent.law === law).toSorted(
    (a, b) => a.amount - b.amount,
  );
  if (!first) throw new Error(`No precedent under ${law}`);
  return rest.reduce((nearest, precedent) => (distance(precedent) < distance(nearest) ? precedent : nearest), first);
}
