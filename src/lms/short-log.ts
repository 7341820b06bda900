import { FIELDS, type Command, type Field } from '../engine/index.ts';

type Placed = Readonly<Record<string, Field>>;

/** A desk of a play: where its cards were put, what can be undone or redone, and how it was left. */
interface Desk {
  readonly placed: Placed;
  readonly past: readonly Placed[];
  readonly future: readonly Placed[];
  readonly left: 'send' | 'skip' | null;
}

const EMPTY: Desk = { placed: {}, past: [], future: [], left: null };

/**
 * Shortens the log of a play: each card is put straight into its last field on each desk. The shorter log restores the same
 * desk, with the same emails sent, but nothing on it can be undone.
 *
 * @param log only commands that had an effect, as a play keeps them
 */
export function shortLog(log: readonly Command[]): readonly Command[] {
  const desks: Desk[] = [EMPTY];
  for (const command of log) {
    const desk = desks.at(-1) ?? EMPTY;
    if (command.type === 'unsend') {
      desks.pop();
      desks[desks.length - 1] = { ...(desks.at(-1) ?? EMPTY), left: null };
    } else if (command.type === 'send' || command.type === 'skip') {
      desks[desks.length - 1] = { ...desk, left: command.type };
      desks.push(EMPTY);
    } else desks[desks.length - 1] = moved(desk, command);
  }
  return desks.flatMap(commandsOf);
}

function moved(desk: Desk, command: Extract<Command, { type: 'place' | 'undo' | 'redo' }>): Desk {
  const { placed, past, future } = desk;
  switch (command.type) {
    case 'place': {
      const next = { ...placed, ...Object.fromEntries(command.contacts.map((contact) => [contact, command.field])) };
      return { ...desk, placed: next, past: [...past, placed], future: [] };
    }
    case 'undo':
      return { ...desk, placed: past.at(-1) ?? placed, past: past.slice(0, -1), future: [placed, ...future] };
    case 'redo':
      return { ...desk, placed: future[0] ?? placed, past: [...past, placed], future: future.slice(1) };
  }
}

/** Returns the commands that put all cards of a desk into their fields, one for each field. */
function commandsOf({ placed, left }: Desk): Command[] {
  const cards = Object.keys(placed);
  return [
    ...FIELDS.flatMap((field): Command[] => {
      const contacts = cards.filter((card) => placed[card] === field);
      return contacts.length > 0 ? [{ type: 'place', contacts, field }] : [];
    }),
    ...(left === null ? [] : [{ type: left }]),
  ];
}
