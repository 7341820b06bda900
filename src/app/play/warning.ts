import { applyCommand, isVisibleField, type ContactId, type Level, type Play } from '../../engine/index.ts';
import type { Flow } from './flow.ts';

/** The mail program's warning: it counts the addresses in To and Cc of one mail, and nothing else. */
export interface Warning {
  readonly addresses: number;
  /** How many mails of the desk reach the limit. */
  readonly mails: number;
}

/**
 * Returns the warning that the current cards cause; null without one.
 * It asks the engine what sending would lead to, so that groups and crowds count as in mail programs.
 */
export function warningOf(level: Level, play: Play): Warning | null {
  const { desk } = play;
  if (desk?.warnsAt === null || !desk) return null;
  const would = applyCommand(level, play, { type: 'send' });
  const loud = would.outcome.sent.filter(({ mail, warned }) => warned && desk.mails.includes(mail));
  if (loud.length === 0) return null;
  return { addresses: Math.max(...loud.map(({ publicAddresses }) => publicAddresses)), mails: loud.length };
}

/** Returns the cards in To and Cc, which the mail program would move to Bcc. */
export function publicCards({ desk, placement }: Play): ContactId[] {
  return desk?.contacts.filter((contact) => isVisibleField(placement[contact] ?? 'none')) ?? [];
}

/**
 * The warning on the desk. It is checked after each move, and stays silent about a number of addresses that the player has
 * accepted.
 */
export interface DeskWarning {
  /** Checks the current cards; mails that were just sent cause no warning. */
  read(flow: Pick<Flow, 'level' | 'play' | 'leaving'>): void;
  /** null while there is none, or the player has accepted it. */
  now(): Warning | null;
  /** Stays silent about this number of addresses until the cause for the warning has gone. */
  accept(): void;
}

export function deskWarning(): DeskWarning {
  let found: Warning | null = null;
  let accepted = 0;
  return {
    read({ level, play, leaving }) {
      found = leaving ? null : warningOf(level, play);
      if (!found) accepted = 0;
    },
    now: () => (found && found.addresses > accepted ? found : null),
    accept() {
      accepted = found?.addresses ?? accepted;
    },
  };
}
