/** What a card's address names: one mailbox, or with `{n}` as many as the card has people, numbered from 1. */
export interface AddressPattern {
  readonly address: string;
  readonly people?: number | undefined;
}

/** Mailboxes that two patterns share: how many, starting at which number in each. */
export interface CommonMailboxes {
  readonly one: number;
  readonly other: number;
  readonly people: number;
}

/**
 * Finds the mailboxes that two addresses share. **Every question whether two addresses are one mailbox is answered
 * here.**
 * Addresses that differ only in case are one mailbox: domains by RFC 5321 §2.4 and RFC 1035 §2.3.3, local parts because
 * all major mail programs treat them so. `a-{n}@x` for ten people and `a-7@x` share one mailbox.
 * @returns runs of consecutive numbers in both; empty when they share none
 */
export function commonMailboxes(one: AddressPattern, other: AddressPattern): CommonMailboxes[] {
  const [a, b] = [parsed(one), parsed(other)];
  if (a.text === b.text) return [{ one: 1, other: 1, people: Math.min(a.people, b.people) }];
  if (!canMeet(a, b)) return [];
  return a.people <= b.people
    ? meetings(a, b)
    : meetings(b, a).map((run) => ({ ...run, one: run.other, other: run.one }));
}

/** True when two addresses without `{n}` name one mailbox. */
export function isSameMailbox(one: string, other: string): boolean {
  return commonMailboxes({ address: one }, { address: other }).length > 0;
}

interface Parsed {
  /** The pattern in lower case; `{n}` stays as it is. */
  readonly text: string;
  /** The parts around the numbers. */
  readonly pieces: readonly string[];
  readonly people: number;
}

function parsed({ address, people = 1 }: AddressPattern): Parsed {
  // Split first, so that a literal `{N}` does not become a number.
  const pieces = address.split('{n}').map((piece) => piece.toLowerCase());
  return { text: pieces.join('{n}'), pieces, people };
}

/** False when the parts before or after the numbers rule out a common mailbox, so that nothing needs to be counted. */
function canMeet(a: Parsed, b: Parsed): boolean {
  if (a.pieces.length === 1 && b.pieces.length === 1) return false;
  if (a.pieces.length === 1 || b.pieces.length === 1) return true;
  const digitsBetween = (x: string, y: string) => {
    const [short, long] = x.length <= y.length ? [x, y] : [y, x];
    return {
      short,
      long,
      start: /^\d*$/.test(long.slice(short.length)),
      end: /^\d*$/.test(long.slice(0, long.length - short.length)),
    };
  };
  const first = digitsBetween(a.pieces[0] ?? '', b.pieces[0] ?? '');
  const last = digitsBetween(a.pieces.at(-1) ?? '', b.pieces.at(-1) ?? '');
  return first.long.startsWith(first.short) && first.start && last.long.endsWith(last.short) && last.end;
}

/** Counts through the smaller pattern; only patterns that differ in digits alone get here. */
function meetings(small: Parsed, large: Parsed): CommonMailboxes[] {
  const runs: CommonMailboxes[] = [];
  for (let number = 1; number <= small.people; number += 1) {
    const met = numberOf(large, small.pieces.join(String(number)));
    if (met === null) continue;
    const last = runs.at(-1);
    if (last && last.one + last.people === number && last.other + last.people === met) {
      runs[runs.length - 1] = { ...last, people: last.people + 1 };
    } else runs.push({ one: number, other: met, people: 1 });
  }
  return runs;
}

/** Returns which mailbox of a pattern a lower-case address names; null when it names none. */
function numberOf({ pieces, people }: Parsed, address: string): number | null {
  const places = pieces.length - 1;
  if (places === 0) return pieces[0] === address ? 1 : null;
  const digits = (address.length - pieces.join('').length) / places;
  if (!Number.isInteger(digits) || digits < 1) return null;
  const start = (pieces[0] ?? '').length;
  const written = address.slice(start, start + digits);
  const number = Number(written);
  const names = /^[1-9]\d*$/.test(written) && number <= people && pieces.join(written) === address;
  return names ? number : null;
}
