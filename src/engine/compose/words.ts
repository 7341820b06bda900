import type { OccasionName, Side, TrapName } from './skeleton.ts';
import type { Part } from './plot.ts';

/**
 * The words of composed situations in one language, as its file states them. Every text is a whole sentence or a whole label, so that
 * nothing has to agree with what is put in. `{{name}}`, `{{list}}` and `{{n}}` are filled in.
 */
export interface SituationWords {
  readonly names: {
    /** How given name and family name stand together. */
    readonly order: string;
    /** Which of the two people of one name share where the language tells them apart by the other. */
    readonly shared: string;
    /** Each as written, and after a bar in Latin letters where it is written in others. */
    readonly given: readonly string[];
    readonly family: readonly string[];
  };
  /** The name of the tray for those who get a phone call. */
  readonly tray: string;
  /** What the briefing says of a trap. */
  readonly traps: Readonly<Record<TrapName, readonly string[]>>;
  /** What the card says of those who are only there because of a trap, and what the neighbours have in common. */
  readonly others: Readonly<
    Record<Extract<Part, 'lookalike' | 'list' | 'former' | 'observer'> | 'neighbours', readonly string[]>
  >;
  /** What the email says that a reply-all goes on from. */
  readonly asks: Readonly<Record<Side, readonly string[]>>;
  readonly scenes: Readonly<Record<OccasionName, Readonly<Record<Side, SceneWords>>>>;
}

export interface SceneWords {
  readonly title: string;
  /** Who sends the email: an office, the player. */
  readonly from: string;
  /** Where the sender and the sender's colleagues have their addresses. */
  readonly domain: string;
  /** Who the player is, and what the email is for. */
  readonly line: string;
  readonly subject: string;
  readonly body: string;
  /** What the card says of those the email is mainly for: of one person, or of many on one card. */
  readonly main: string;
  /** Why they may see each other. */
  readonly bond?: string;
  /** What the card says of the other on the email. */
  readonly extra: string;
  /** The name of a card that stands for many. */
  readonly crowd: string;
  readonly list: string;
  /** Why the best way is the best. */
  readonly why: string;
}
