import { total, type Discernment } from './discernment.ts';

/**
 * How well a person tells people who must not be seen from people who must be reached, in the terms of signal detection
 * (Green and Swets 1966; Stanislaw and Todorov 1999).
 */
export interface Detection {
  /** The share of cards to protect that were protected, 0 to 1; null where there were none. */
  readonly hits: number | null;
  /** The share of cards to reach that were hidden or left out, 0 to 1; null where there were none. */
  readonly falseAlarms: number | null;
  /** d′: 0 is no better than guessing, and larger is better. null where one of the questions was not asked. */
  readonly sensitivity: number | null;
  /** c: above 0 the person tends to show, below 0 to hide. null where one of the questions was not asked. */
  readonly criterion: number | null;
}

/**
 * Works out d′ and the criterion, with the log-linear correction: half a card is added to the hits and to the false alarms,
 * and one to the cards of each question, so that a perfect or an empty row has a finite value (Hautus 1995). The two rates
 * are not corrected.
 */
export function detection({ protect, reach }: Discernment): Detection {
  const [signal, noise] = [total(protect), total(reach)];
  if (signal === 0 || noise === 0) {
    return {
      hits: signal === 0 ? null : protect.right / signal,
      falseAlarms: noise === 0 ? null : reach.wrong / noise,
      sensitivity: null,
      criterion: null,
    };
  }
  const hit = normalQuantile((protect.right + 0.5) / (signal + 1));
  const alarm = normalQuantile((reach.wrong + 0.5) / (noise + 1));
  return {
    hits: protect.right / signal,
    falseAlarms: reach.wrong / noise,
    sensitivity: hit - alarm,
    criterion: -(hit + alarm) / 2,
  };
}

type Ratio = { readonly above: readonly number[]; readonly below: readonly number[] };

/** Wichura 1988, algorithm AS 241, PPND7: rational approximations of the quantile, exact to about seven digits. */
const MIDDLE: Ratio = {
  above: [3.3871327179, 50.434271938, 159.29113202, 59.10937472],
  below: [1, 17.895169469, 78.757757664, 67.1875636],
};
const TAIL: Ratio = {
  above: [1.4234372777, 2.75681539, 1.3067284816, 0.17023821103],
  below: [1, 0.7370016425, 0.12021132975],
};

const sumOfPowers = (factors: readonly number[], of: number) =>
  factors.reduceRight((sum, factor) => sum * of + factor, 0);
const ratio = ({ above, below }: Ratio, of: number) => sumOfPowers(above, of) / sumOfPowers(below, of);

/**
 * Returns the value below which this share of a standard normal distribution lies.
 * @param share from 1e-11 to 1 − 1e-11, which no number of cards passes
 */
function normalQuantile(share: number): number {
  const fromMiddle = share - 0.5;
  if (Math.abs(fromMiddle) <= 0.425) return fromMiddle * ratio(MIDDLE, 0.180625 - fromMiddle * fromMiddle);
  const far = Math.sqrt(-Math.log(Math.min(share, 1 - share)));
  return Math.sign(fromMiddle) * ratio(TAIL, far - 1.6);
}
