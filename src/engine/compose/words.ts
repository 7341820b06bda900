import type { OccasionName, Side, TrapName } from './skeleton.ts';
import type { Part } from './plot.ts';

/**
 * The words of composed situations in one language, as in its file. Every text is a whole sentence or label, so that nothing has to
 * agree with the values of `{{name}}`, `{{list}}` and `{{n}}`.
 */
export interface SituationWords {
  readonly names: {
    /** The order of given name and family name. */
    readonly order: string;
    /** Which part of the name two namesakes share; the other part tells them apart. */
    readonly shared: string;
    /** Each name as it is written; a name in another script also has its Latin letters after a bar. */
    readonly given: readonly string[];
    readonly family: readonly string[];
  };
  /** The name of the tray for those who get a phone call. */
  readonly tray: string;
  /** Sentences of the briefing about each trap. */
  readonly traps: Readonly<Record<TrapName, readonly string[]>>;
  /** Sentences on the cards of people who are there only for a trap, and about the bond between neighbours. */
  readonly others: Readonly<
    Record<Extract<Part, 'lookalike' | 'list' | 'former' | 'observer'> | 'neighbours', readonly string[]>
  >;
  /** The email that a reply-all answers. */
  readonly asks: Readonly<Record<Side, readonly string[]>>;
  readonly scenes: Readonly<Record<OccasionName, Readonly<Record<Side, SceneWords>>>>;
}

export interface SceneWords {
  readonly title: string;
  /** Who sends the email: an office, the player. */
  readonly from: string;
  /** The domain of the sender and of the sender's colleagues. */
  readonly domain: string;
  /** Who the player is, and what the email is for. */
  readonly line: string;
  readonly subject: string;
  readonly body: string;
  /** The text on each card of the people the email is mainly for. It fits one person, and many on one card. */
  readonly main: string;
  /** Why they may see each other. */
  readonly bond?: string;
  /** The text on the card of the other person. */
  readonly extra: string;
  /** The name of a card for many people. */
  readonly crowd: string;
  readonly list: string;
  /** Why the best way is best. */
  readonly why: string;
}
