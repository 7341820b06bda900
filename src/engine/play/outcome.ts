import type { DeliveringField } from '../level/fields.ts';
import type { ContactId, MailId } from '../level/level.ts';
import type { Deduction } from '../rules/deduction.ts';
import type { MailRouting } from '../mail/routing.ts';
import type { Beat } from '../story/beat.ts';
import type { ContentLeak, ExposedContact, Exposure, RegulatorDecision } from '../story/findings.ts';

/**
 * The result of `simulate`: everything that follows from one routing of one level. Plain data; the same input gives the
 * same outcome.
 */
export interface Outcome {
  readonly level: string;
  /** Every mail that was sent, in the order of sending, with what each contact got of it. */
  readonly sent: readonly SentMail[];
  /**
   * Mails that are due now and not in the routing yet (a first mail, or the apology after a breach). They share one
   * desk.
   */
  readonly due: readonly MailId[];
  /** Who saw whom, by contact. A pair counts once over all mails (rule 8). */
  readonly exposures: readonly Exposure[];
  /** Contacts whose people were seen by strangers or acquaintances, with how many viewers each of them had. */
  readonly exposed: readonly ExposedContact[];
  /** Number of disclosures: ordered pairs (viewer, subject) of people, outside a shared context. */
  readonly disclosures: number;
  /** Contacts who got a mail that they must not get (rule 10). */
  readonly leaks: readonly ContentLeak[];
  /** True when someone learned what they must not, on a mail of sensitivity 1 or more. */
  readonly breach: boolean;
  readonly decision: RegulatorDecision | null;
  /** In story order: by time, then by cause. */
  readonly beats: readonly Beat[];
  readonly deductions: readonly Deduction[];
  /** What the worst exposure leaves, out of 100. */
  readonly privacy: number;
  /** How much of the mails' job was done, out of 100. */
  readonly purpose: number;
  /** After a breach, how well it was put right, out of 100; otherwise 100. */
  readonly ending: number;
  /** privacy × purpose × ending, 0 to 100. Provisional while `due` is not empty. */
  readonly score: number;
  /** 0 to 3, by the score; a breach has none, and a mail that missed those who must act has few. */
  readonly stars: 0 | 1 | 2 | 3;
  /** How many of those who must act a mail has missed, at its worst. */
  readonly missedDoers: 'none' | 'some' | 'half';
}

export interface SentMail {
  readonly mail: MailId;
  /** Seconds of story time after the first mail. */
  readonly at: number;
  readonly sensitivity: number;
  readonly copies: readonly ContactCopy[];
  /** The field of each card, including groups and lists. */
  readonly cards: MailRouting;
  /** True when each separate mail carried the Cc line. */
  readonly ccOnSeparate: boolean;
  /** Number of addresses in To and Cc, as the mail program counts them. */
  readonly publicAddresses: number;
  /** True when the mail program had shown its warning and the player sent anyway. */
  readonly warned: boolean;
}

/** What the people of one contact (a person or a crowd; groups and lists are expanded) got from one mail. */
export interface ContactCopy {
  readonly contact: ContactId;
  readonly people: number;
  readonly field: DeliveringField;
  /** True when every recipient can read the addresses of this contact. */
  readonly visible: boolean;
  /** How many other people's addresses each person of this contact can read on the mail, shared context or not. */
  readonly reads: number;
}
