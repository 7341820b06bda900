import type { Contact, Level } from '../engine/index.ts';
import { textOf } from './text.ts';

/** Returns the part before the first comma: "Kim Adler, your manager" becomes Kim Adler. */
const beforeComma = (name: string): string => (name.split(/[,،、，]/u)[0] ?? name).trim();

/** Returns a contact's name without the description after a comma, unless another contact has the same short name. */
export function shortName({ contacts }: Level, { id, name }: Contact): string {
  const whole = textOf(name);
  const short = beforeComma(whole);
  const shared = contacts.some((other) => other.id !== id && beforeComma(textOf(other.name)) === short);
  return shared || short === '' ? whole : short;
}
