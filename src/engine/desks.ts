import type { ContactId, Field, MailId } from './level.ts';

/** What the player addresses in one go: one mail, or all mails of a series. */
export interface Desk {
  /** The series, or the id of the only mail. */
  readonly id: string;
  readonly mails: readonly MailId[];
  /** The cards on this desk, in the order of the level. */
  readonly contacts: readonly ContactId[];
  /** The trays on this desk, in the order to, cc, bcc, separate, none. */
  readonly fields: readonly Field[];
  /** Cards that the mail software has placed already. */
  readonly prefilled: Readonly<Record<ContactId, Field>>;
  /** To and Cc addresses at which the mail software warns; null when it does not. */
  readonly warnsAt: number | null;
}
