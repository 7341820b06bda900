import type { Identity } from './level.ts';
import type { Need } from './needs.ts';

/**
 * Every weight, threshold and limit of the score and of the consequences. docs/scoring.md has a row for each, with the reason;
 * a named test pins each.
 */
export const WEIGHTS = {
  /** The harm of one viewer learning of one subject (rule 9). */
  harm: {
    /** By sensitivity, 0 to 3: health or danger is another class of case, not a little more of the same. */
    sensitivity: [1, 10, 100, 1000],
    identity: { handle: 1, partial: 2, full: 3, photo: 4 } satisfies Readonly<Record<Identity, number>>,
    recognition: 5,
    /** What a wrong reader learns of the content, in disclosures to a stranger. */
    content: 10,
  },
  /** What is left of privacy, 0 to 100: the lowest that applies. */
  privacy: {
    breach: { most: 51, perTenfold: 6, least: 3 },
    /** Addresses shown where being on the mail says nothing. */
    slight: { perTenfold: 3, least: 70 },
    /** A wrong reader of a mail that says nothing. */
    wrongReader: 70,
    unmasked: 75,
    /** By sensitivity, 0 to 3: strangers who are hidden by Bcc alone. */
    fragile: [100, 88, 85, 82],
  },
  /** What is left of purpose, 0 to 100: the lowest of these and of the part of the needs that was met. */
  purpose: {
    missedAct: 65,
    missedKnow: 80,
    unseen: 85,
    silenced: 85,
    storm: { perTenfold: 5, from: 100, least: 80 },
    /** What a card counts for, times 1 + log10 of its people. */
    need: { act: 2, know: 1, aside: 1, may: 0, nothing: 0 } satisfies Readonly<Record<Need, number>>,
    /** Which part of a need is unmet. */
    unmet: { leftOut: 1, unseen: 0.75, silenced: 0.5, hiddenDoer: 0.02 },
  },
  /** What is left after a breach by how it was put right, 0 to 100: the lowest that applies. */
  ending: { byBcc: 90, shownAgain: 67, untold: 67 },
  stars: { three: 90, two: 70, one: 40, missedSome: 1, missedHalf: 0, half: 0.5 },
  /** How many mails replies to all must make to be a storm that hinders everybody's work. */
  stormMails: 1000,
  /** How many people exposed lead to a complaint, and to news. */
  complaintPeople: 10,
  pressPeople: 100,
  /** A regulator of today must be told within these hours of becoming aware (GDPR Article 33). */
  notificationHours: 72,
  /** What a recall brings back: so many of so many outside the organisation, and this part inside it (rule 14). */
  recalled: { outside: { back: 3, of: 56 }, inside: 0.75 },
  /** How grave a breach is, in steps that add up; what each law answers to them. */
  gravity: {
    sensitivity: [0, 1, 4, 6],
    identity: { handle: 0, partial: 1, full: 1, photo: 2 } satisfies Readonly<Record<Identity, number>>,
    recognised: 1,
    /** Ten, a hundred, a thousand people are a step each; beyond, the number no longer changes the class of the case. */
    tenfoldsMost: 3,
    /** A risk of which the regulator must hear (GDPR Article 33) … */
    risk: 3,
    /** … and a high one, of which the people concerned must hear (Article 34). */
    highRisk: 6,
    uk2012: { advice: 3, distress: 8, knownRisk: 6 },
    ukGdpr: { advice: 6, reprimand: 8, fine: 9 },
    euGdpr: { advice: 3, reprimand: 4, fine: 7 },
  },
  /** Which real decisions compare with a case: how far they may be from it, and what makes the distance. */
  comparable: {
    /** A reader can take in so many cases at a glance. */
    cases: 3,
    /** A case about ten times as many people may still be comparable; one about a hundred times as many is another case. */
    ordersMost: 1.5,
    /** A clinic's list is not comparable with a customer list, whatever its length. */
    sensitivityMost: 1,
    perSensitivity: 2,
    perIdentity: 0.5,
    /** Where the source does not say how far people were named, half a step; where it gives no number, one order of magnitude. */
    identityUnknown: 0.25,
    peopleUnknown: 1,
    /** What the sources say in words, as orders of magnitude. */
    dozens: 1.5,
    hundreds: 2.5,
  },
} as const;

/** Counts the ways of scoring so far. Results kept under an earlier one are scored again from their routings. */
export const SCORING = 2;
