import type { AddressBook } from '../mail/contacts.ts';
import { IDENTITIES, type Identity } from '../level/level.ts';
import { WEIGHTS } from '../level/weights.ts';
import { exposedContacts } from './disclosure.ts';
import { DEFAULT_IDENTITY } from './harm.ts';
import { peopleHarmedBy } from './leaks.ts';
import type { ContentLeak, Exposure } from './findings.ts';
import type { BreachKind } from './precedents.ts';

/** A breach at one sensitivity or above: what a regulator weighs. */
export interface BreachLayer {
  readonly sensitivity: number;
  readonly kind: BreachKind;
  /** People who were seen, or whose mail reached a wrong reader. */
  readonly people: number;
  /** The most that an address revealed about its owner. */
  readonly identity: Identity;
  /** Someone saw a person whom they would recognise. */
  readonly recognised: boolean;
  /** The steps from all of these on one scale; see docs/scoring.md. */
  readonly gravity: number;
}

function steps({ sensitivity, people, identity, recognised }: Omit<BreachLayer, 'gravity' | 'kind'>): number {
  // Being on a mail of sensitivity 0 says nothing about a person: a low risk for any number of people.
  if (sensitivity === 0) return 0;
  // Counted in digits, since the logarithm of 1000 is slightly below 3.
  const magnitude = Math.min(WEIGHTS.gravity.tenfoldsMost, String(Math.max(1, people)).length - 1);
  return (
    (WEIGHTS.gravity.sensitivity[sensitivity] ?? 0) +
    WEIGHTS.gravity.identity[identity] +
    (recognised ? WEIGHTS.gravity.recognised : 0) +
    magnitude
  );
}

interface Breach {
  readonly book: AddressBook;
  readonly exposures: readonly Exposure[];
  readonly leaks: readonly ContentLeak[];
}

/**
 * Returns the breach at each of its sensitivities: what was exposed at 3, at 2 or above, and so on. A few people on a
 * mail of sensitivity 3 and a thousand on another of sensitivity 1 are not a thousand at 3.
 */
export function breachLayers({ book, exposures, leaks }: Breach): BreachLayer[] {
  const found = [...exposures, ...leaks].map(({ sensitivity }) => sensitivity);
  return [...new Set(found)].map((sensitivity) => {
    const shown = exposures.filter((exposure) => exposure.sensitivity >= sensitivity);
    const strayed = leaks.filter((leak) => leak.sensitivity >= sensitivity);
    const layer = {
      sensitivity,
      people: Math.max(
        exposedContacts(shown, book).reduce((sum, { people }) => sum + people, 0),
        peopleHarmedBy(strayed),
      ),
      identity: mostTelling(shown, book),
      recognised: shown.some(({ acquaintance }) => acquaintance !== null),
    };
    return { ...layer, kind: shown.length > 0 ? 'shown' : 'wrong-recipient', gravity: steps(layer) };
  });
}

function mostTelling(shown: readonly Exposure[], book: AddressBook): Identity {
  const ranks = shown.map(({ subject }) => IDENTITIES.indexOf(book.get(subject)?.identity ?? DEFAULT_IDENTITY));
  return IDENTITIES[Math.max(...ranks)] ?? DEFAULT_IDENTITY;
}

/** The layer that weighs most; of two that weigh the same, the more sensitive one. */
export function gravestLayer(layers: readonly BreachLayer[]): BreachLayer {
  const [gravest] = layers.toSorted((a, b) => b.gravity - a.gravity || b.sensitivity - a.sensitivity);
  if (!gravest) throw new Error('There is no breach to decide about');
  return gravest;
}
