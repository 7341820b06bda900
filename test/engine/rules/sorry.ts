import { level, mail, person } from '../levels.ts';
import type { Field, Level } from '../../../src/engine/level/level.ts';
import type { Routing } from '../../../src/engine/mail/routing.ts';

/** Three strangers whom the first mail exposes, and the apology that is then due. */
export const sorry: Level = level(
  ['a', 'b', 'c'].map((id) => person(id)),
  {
    mails: [mail('mail'), mail('sorry', { when: 'breach', affected: true, after: 'P1D' })],
  },
);

/** The breach, and the apology with each of the three in a field. */
export function apology(...[a = 'none', b = 'none', c = 'none']: Field[]): Routing {
  return { mail: { a: 'cc', b: 'cc', c: 'cc' }, sorry: { a, b, c } };
}
