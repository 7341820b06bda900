import { canLieIn } from '../level/contact.ts';
import { deskOf, routeDesk, type Desk } from './desk.ts';
import type { ContactId, Field, Level } from '../level/level.ts';
import type { Outcome } from './outcome.ts';
import { simulate } from './simulate.ts';
import type { MailRouting, Routing } from '../mail/routing.ts';

/**
 * One play of one level as a log of commands. Mouse, touch and keyboard dispatch the same commands, and the log alone
 * restores the play, so a reload in mid-level loses nothing.
 */
export type Command =
  | { readonly type: 'place'; readonly contacts: readonly ContactId[]; readonly field: Field }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  /** Sends the mails of the desk that the player is at. */
  | { readonly type: 'send' }
  /** Continues without sending the mails of the desk, if they are optional. */
  | { readonly type: 'skip' }
  /** Undoes the last `send` or `skip`, as mail programs allow for a few seconds. */
  | { readonly type: 'unsend' };

/** The current field of each card of a desk, by contact. Cards that are not named are left out. */
export type Placement = MailRouting;

export interface Play {
  readonly log: readonly Command[];
  /** The desk that the player is at; null when all is sent. */
  readonly desk: Desk | null;
  readonly placement: Placement;
  readonly past: readonly Placement[];
  readonly future: readonly Placement[];
  /** The routing of all mails sent so far. */
  readonly routing: Routing;
  /** What follows from `routing`. */
  readonly outcome: Outcome;
  /** What `unsend` restores. */
  readonly beforeSend: Play | null;
}

function playFrom(level: Level, routing: Routing, log: readonly Command[], beforeSend: Play | null): Play {
  const outcome = simulate(level, routing);
  const desk = deskOf(level, outcome);
  return { log, desk, placement: desk?.prefilled ?? {}, past: [], future: [], routing, outcome, beforeSend };
}

/** Starts a play at the level's first desk. */
export function startPlay(level: Level): Play {
  return playFrom(level, {}, [], null);
}

/** True when at least one card would get the mail; mail programs refuse to send a mail to nobody. */
export function canSend(play: Play): boolean {
  return play.desk !== null && Object.values(play.placement).some((field) => field !== 'none');
}

function place(play: Play, command: Extract<Command, { type: 'place' }>): Placement {
  const { desk, placement } = play;
  if (!desk?.fields.includes(command.field)) return placement;
  const moved = command.contacts.filter(
    (contact) => desk.contacts.includes(contact) && (placement[contact] ?? 'none') !== command.field,
  );
  return moved.length > 0
    ? { ...placement, ...Object.fromEntries(moved.map((contact) => [contact, command.field])) }
    : placement;
}

/**
 * Returns the play after one command.
 * @returns the same object when the command does nothing (nothing to undo, a field that the desk does not have, …)
 */
export function applyCommand(level: Level, play: Play, command: Command): Play {
  if (command.type !== 'place') return perform(level, play, command);
  const { field } = command;
  const contacts = command.contacts.filter((id) => {
    const contact = level.contacts.find((one) => one.id === id);
    return contact !== undefined && canLieIn(contact, field);
  });
  return perform(level, play, { ...command, contacts });
}

/** Performs a command, including ones that only earlier versions allowed: they mail-merged mailing lists. */
function perform(level: Level, play: Play, command: Command): Play {
  const log = [...play.log, command];
  switch (command.type) {
    case 'place': {
      const placement = place(play, command);
      return placement === play.placement
        ? play
        : { ...play, log, placement, past: [...play.past, play.placement], future: [] };
    }
    case 'undo': {
      const placement = play.past.at(-1);
      return placement
        ? { ...play, log, placement, past: play.past.slice(0, -1), future: [play.placement, ...play.future] }
        : play;
    }
    case 'redo': {
      const [placement, ...future] = play.future;
      return placement ? { ...play, log, placement, past: [...play.past, play.placement], future } : play;
    }
    case 'send': {
      if (!play.desk || !canSend(play)) return play;
      const routing = { ...play.routing, ...routeDesk(level, play.outcome, play.desk, play.placement) };
      return playFrom(level, routing, log, play);
    }
    case 'skip': {
      if (!play.desk?.optional) return play;
      const unsent = Object.fromEntries(play.desk.mails.map((mail) => [mail, {}]));
      return playFrom(level, { ...play.routing, ...unsent }, log, play);
    }
    case 'unsend':
      return play.beforeSend ? { ...play.beforeSend, log } : play;
  }
}

/** Returns the play that a log of commands leads to; its log leaves out commands that do nothing. */
export function replayLog(level: Level, log: readonly Command[]): Play {
  return log.reduce((play, command) => perform(level, play, command), startPlay(level));
}
