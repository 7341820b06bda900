import type { Level } from '../../../src/engine/level/level.ts';
import type { Routing } from '../../../src/engine/mail/routing.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { silencedCircles } from '../../../src/engine/rules/cannot-discuss.ts';
import { unseenAccountable } from '../../../src/engine/rules/hidden-accountable.ts';
import { hiddenDoers } from '../../../src/engine/rules/hidden-doer.ts';
import { omissions } from '../../../src/engine/rules/omitted.ts';
import { tell } from '../../../src/engine/story/story.ts';

const RISKING = new Set(['fragile-bcc', 'apology-by-bcc', 'reply-storm']);

/** One play, and its extent: what it shows, what it hides and omits, and what it risks, mail by mail. */
export interface Played {
  readonly routing: Routing;
  readonly score: number;
  readonly lines: readonly string[];
  readonly shown: readonly string[];
  readonly missed: readonly string[];
  /** Strangers who hang on Bcc alone, and storms of replies: they show nobody, and nobody goes without. */
  readonly risked: readonly string[];
}

export function played(level: Level, routing: Routing): Played {
  const { score, exposures, leaks, deductions } = simulate(level, routing);
  const story = tell(level, routing);
  const lines = deductions.map(({ kind, points }) => `${kind} ${String(points)}`);
  // Mail by mail, since a correction that shows the same pair again shows more.
  const shown = [
    ...exposures.flatMap(({ viewer, subject, pairs, mails }) =>
      mails.map((mail) => `${viewer} sees ${subject} ${String(pairs)} ${mail}`),
    ),
    ...leaks.flatMap(({ contact, mail, quoted }) => [mail, ...quoted].map((text) => `${contact} reads ${text}`)),
    // Whose secret copy comes to light is shown, even to those who may know of them.
    ...deductions.flatMap(({ kind, contacts, mails }) =>
      kind === 'unmasked' ? contacts.map((contact) => `${contact} had a secret copy ${mails.join(' ')}`) : [],
    ),
  ];
  const untold = deductions.flatMap(({ kind, contacts }) =>
    kind === 'apology-untold' ? contacts.map((id) => `${id} is not told`) : [],
  );
  const missed = story.desks.flatMap((desk) => [
    ...omissions(desk).flatMap(({ contact, mails }) => mails.map((mail) => `${contact.id} lacks ${mail}`)),
    ...desk.mails.flatMap((sent) => {
      const on = sent.mail.id;
      return [
        ...hiddenDoers(sent).map(({ id }) => `${id} acts unseen ${on}`),
        ...unseenAccountable(story, sent).map(({ id }) => `${id} is unseen ${on}`),
        ...silencedCircles(story, sent).flatMap(({ circle, missing }) =>
          missing.map(({ id }) => `${id} is silent in ${circle} ${on}`),
        ),
      ];
    }),
  ]);
  const risked = deductions.flatMap(({ kind, contacts, mails }) =>
    RISKING.has(kind) ? [kind, ...contacts.map((contact) => `${kind} ${contact} ${mails.join(' ')}`)] : [],
  );
  return { routing, score, lines, shown, missed: [...missed, ...untold], risked };
}

/** The parts of some plays as numbers, so that sets of them are compared word by word. */
function coded(plays: readonly Played[], part: 'shown' | 'missed' | 'risked'): Uint32Array[] {
  const numbers = new Map<string, number>();
  for (const play of plays) for (const one of play[part]) numbers.set(one, numbers.get(one) ?? numbers.size);
  return plays.map((play) => {
    const bits = new Uint32Array((numbers.size >> 5) + 1);
    for (const one of play[part]) {
      const number = numbers.get(one) ?? 0;
      bits[number >> 5] = (bits[number >> 5] ?? 0) | (1 << (number & 31));
    }
    return bits;
  });
}

const isWithin = (one: Uint32Array | undefined, other: Uint32Array | undefined) =>
  one !== undefined && other !== undefined && one.every((word, index) => (word & ~(other[index] ?? 0)) === 0);

/**
 * The pairs of plays in which one shows strictly less than the other, and hides, omits and risks no more: how many there are,
 * and those in which it scores less all the same.
 */
export function compareAll(plays: readonly Played[]): { readonly compared: number; readonly wrong: Played[][] } {
  const [shown, missed, risked] = [coded(plays, 'shown'), coded(plays, 'missed'), coded(plays, 'risked')];
  const sizes = plays.map((play) => new Set(play.shown).size);
  let compared = 0;
  const wrong: Played[][] = [];
  for (const [a, one] of plays.entries()) {
    for (const [b, other] of plays.entries()) {
      if ((sizes[a] ?? 0) >= (sizes[b] ?? 0) || !isWithin(missed[a], missed[b])) continue;
      if (!isWithin(shown[a], shown[b]) || !isWithin(risked[a], risked[b])) continue;
      compared += 1;
      if (one.score < other.score) wrong.push([one, other]);
    }
  }
  return { compared, wrong };
}

/** What to read of pairs that are wrong. */
export function told(wrong: readonly Played[][]) {
  return wrong
    .slice(0, 3)
    .map((pair) => pair.map(({ score, lines, shown, missed, routing }) => ({ score, lines, shown, missed, routing })));
}
