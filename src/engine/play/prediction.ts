import { addressBook } from '../mail/contacts.ts';
import type { ContactId, Level, MailId } from '../level/level.ts';
import type { Outcome } from './outcome.ts';
import type { Stake } from './stakes.ts';

/**
 * What a player expects of the mails of one desk, before the replay shows it: to predict and then to look is what makes a
 * surprise teach (White & Gunstone 1992, predict - observe - explain).
 */
export interface Prediction {
  /** The card that will see too much; null for nobody. */
  readonly said: ContactId | null;
  readonly stake: Stake;
}

/** A prediction and what became of it. */
export interface JudgedPrediction extends Prediction {
  readonly right: boolean;
  /** Those who do see too much. */
  readonly readers: readonly ContactId[];
}

/** Those who see too much because of these mails: an address outside a shared context, or a mail that is not for them. */
export function readersOfTooMuch(
  { exposures, leaks }: Pick<Outcome, 'exposures' | 'leaks'>,
  mails: readonly MailId[],
): ContactId[] {
  const viewers = exposures.flatMap(({ viewer, mails: by }) => (by.some((mail) => mails.includes(mail)) ? viewer : []));
  const wrong = leaks.flatMap(({ mail, contact }) => (mails.includes(mail) ? contact : []));
  return [...new Set([...viewers, ...wrong])];
}

/**
 * Whether a prediction came true. A list that was named counts by any of its members, as the player could not name them.
 *
 * @param mails those of the desk that it was made at
 */
export function judge(
  level: Level,
  outcome: Pick<Outcome, 'exposures' | 'leaks'>,
  mails: readonly MailId[],
  prediction: Prediction,
): JudgedPrediction {
  const readers = readersOfTooMuch(outcome, mails);
  const { said } = prediction;
  const meant =
    said === null
      ? []
      : [
          said,
          ...addressBook(level)
            .expand(said)
            .map(({ id }) => id),
        ];
  const right = said === null ? readers.length === 0 : readers.some((reader) => meant.includes(reader));
  return { ...prediction, right, readers };
}
