import type { Contact, Level } from '../engine/index.ts';
import { textOf } from './text.ts';

/** What comes before the first comma: "Kim Adler, your manager" is Kim Adler. */
const beforeComma = (name: string): string => (name.split(/[,،、，]/u)[0] ?? name).trim();

/** The name of a contact without what it says of them after a comma, as long as nobody else is called the same. */
export function shortName({ contacts }: Level, { id, name }: Contact): string {
  const whole = textOf(name);
  const short = beforeComma(whole);
  const shared = contacts.some((other) => other.id !== id && beforeComma(textOf(other.name)) === short);
  return shared || short === '' ? whole : short;
}
