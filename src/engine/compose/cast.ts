import type { ContactId } from '../level/level.ts';
import { filled } from './fill.ts';
import type { Plot, Role } from './plot.ts';
import type { Random } from './random.ts';
import type { SceneWords, SituationWords } from './words.ts';

/** The person on one card. */
export interface Player {
  /** The name on the card. */
  readonly name: string;
  readonly address: string;
  /** The part of the name that this person shares with a namesake. */
  readonly shared: string;
}

export type Cast = ReadonlyMap<ContactId, Player>;

/** The domains of people who do not work for the sender. */
const HOMES = ['post.example', 'mail.example', 'inbox.example', 'letterbox.example'];

interface Name {
  readonly given: string;
  readonly family: string;
}

/** Gives every card a name and an address. No two cards share both parts of a name. */
export function castOf(plot: Plot, scene: SceneWords, words: SituationWords, random: Random): Cast {
  const { order, shared, given, family } = words.names;
  const [givens, families] = [random.shuffled(given), random.shuffled(family)];
  const names = new Map<ContactId, Name>();
  const cast = new Map<ContactId, Player>();
  for (const [index, role] of plot.roles.entries()) {
    const fresh = { given: givens[index] ?? '', family: families[index] ?? '' };
    const other = role.namesake === undefined ? undefined : names.get(role.namesake);
    const name = other
      ? { ...fresh, ...(shared === 'family' ? { family: other.family } : { given: other.given }) }
      : fresh;
    names.set(role.id, name);
    const home = role.colleague ? scene.domain : random.pick(HOMES);
    cast.set(role.id, {
      ...nameAndAddress(role, scene, { name: filled(order, written(name)), latin: latinOf(name), home }),
      shared: written(name)[shared === 'family' ? 'family' : 'given'],
    });
  }
  return cast;
}

function nameAndAddress(
  { facts, part, colleague }: Role,
  scene: SceneWords,
  { name, latin, home }: { readonly name: string; readonly latin: string; readonly home: string },
): Pick<Player, 'name' | 'address'> {
  if (part === 'list') return { name: scene.list, address: `list@${home}` };
  if (facts.people === undefined) return { name, address: `${latin}@${home}` };
  const crowd = colleague ? 'team' : 'user';
  return { name: filled(scene.crowd, { n: String(facts.people) }), address: `${crowd}-{n}@${home}` };
}

/** The name as its language writes it: the part before the bar. */
function written({ given, family }: Name): Record<'given' | 'family', string> {
  const before = (part: string) => part.split('|')[0] ?? part;
  return { given: before(given), family: before(family) };
}

/** The name in the Latin letters of an address. */
function latinOf({ given, family }: Name): string {
  const after = (part: string) => (part.split('|').at(-1) ?? part).normalize('NFKD').replaceAll(/[^a-z]/gi, '');
  return `${after(given)}.${after(family)}`.toLowerCase();
}
