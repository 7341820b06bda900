import type { ContactId, Field } from './level.ts';
import type { Desk } from './desks.ts';
import type { MailRouting, Routing } from './routing.ts';

/**
 * One play of one level as a log of commands. Mouse, touch and keyboard dispatch the same commands,
 * and the log alone gives the play again, so a reload in mid-level loses nothing.
 */
export type Command =
  | { readonly type: 'place'; readonly contacts: readonly ContactId[]; readonly field: Field }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  /** Sends the mails of the desk that the player is at. */
  | { readonly type: 'send' }
  /** Takes back the last `send`, as mail clients allow for a few seconds. */
  | { readonly type: 'unsend' };

/** Where each card of a desk lies now, by contact. Cards that are not named are left out. */
export type Placement = MailRouting;

export interface Play {
  readonly log: readonly Command[];
  /** The placement on the desk that the player is at. */
  readonly placement: Placement;
  readonly past: readonly Placement[];
  readonly future: readonly Placement[];
  /** The routing of all mails sent so far. */
  readonly routing: Routing;
  /** What `unsend` would bring back. */
  readonly beforeSend: Play | null;
}
export type { Desk };
