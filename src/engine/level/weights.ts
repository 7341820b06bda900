import type { Identity } from './level.ts';
import type { Need } from './needs.ts';

/**
 * Every weight, threshold and limit of the score and of the consequences. docs/scoring.md has a row for each, with the
 * reason, and a test compares the two.
 */
export const WEIGHTS = {
  /** The harm of one viewer seeing one subject (rule 9). */
  harm: {
    /** By sensitivity, 0 to 3: health or danger is a different class of case, not just a little more. */
    sensitivity: [1, 10, 100, 1000],
    identity: { handle: 1, partial: 2, full: 3, photo: 4 } satisfies Readonly<Record<Identity, number>>,
    recognition: 5,
    /** The content that a wrong reader learns, in disclosures to a stranger. */
    content: 10,
  },
  /** What is left of privacy, 0 to 100: the lowest that applies. */
  privacy: {
    breach: { most: 51, perTenfold: 6, least: 3 },
    /** Addresses shown on a mail that says nothing about its recipients. */
    slight: { perTenfold: 3, least: 70 },
    /** A wrong reader of a mail that says nothing. */
    wrongReader: 70,
    unmasked: 75,
    /** By sensitivity, 0 to 3: strangers whom only Bcc hides. */
    fragile: [100, 88, 85, 82],
  },
  /** What is left of purpose, 0 to 100: the lowest of these and of the part of the needs that was met. */
  purpose: {
    missedAct: 65,
    missedKnow: 80,
    unseen: 85,
    silenced: 85,
    storm: { perTenfold: 5, from: 100, least: 80 },
    /** The weight of a card, times 1 + log10 of its people. */
    need: { act: 2, know: 1, aside: 1, may: 0, nothing: 0 } satisfies Readonly<Record<Need, number>>,
    /** The share of a need that is unmet. */
    unmet: { leftOut: 1, unseen: 0.75, silenced: 0.5, hiddenDoer: 0.02 },
  },
  /** What is left after a breach by how it was put right, 0 to 100: the lowest that applies. */
  ending: { byBcc: 90, shownAgain: 67, untold: 67 },
  stars: { three: 90, two: 70, one: 40, missedSome: 1, missedHalf: 0, half: 0.5 },
  /** How many mails the reply-alls must make to be a storm that disrupts everyone's work. */
  stormMails: 1000,
  /** From how many people exposed on there is a complaint, and from how many news. */
  complaintPeople: 10,
  pressPeople: 100,
  /** Regulators today must be informed within this many hours of becoming aware (GDPR Article 33). */
  notificationHours: 72,
  /** What a recall brings back: a number out of a number outside the organisation, and a share inside it (rule 14). */
  recalled: { outside: { back: 3, of: 56 }, inside: 0.75 },
  /** How serious a breach is, in steps that add up, and how each law responds to them. */
  gravity: {
    sensitivity: [0, 1, 4, 6],
    identity: { handle: 0, partial: 1, full: 1, photo: 2 } satisfies Readonly<Record<Identity, number>>,
    recognised: 1,
    /**
     * Ten, a hundred and a thousand people are a step each; beyond that, the number no longer changes the class of the
     * case.
     */
    tenfoldsMost: 3,
    /** A risk that must be reported to the regulator (GDPR Article 33) … */
    risk: 3,
    /** … and a high one, of which the people affected must be informed (Article 34). */
    highRisk: 6,
    uk2012: { advice: 3, distress: 8, knownRisk: 6 },
    ukGdpr: { advice: 6, reprimand: 8, fine: 9 },
    euGdpr: { advice: 3, reprimand: 4, fine: 7 },
  },
  /** Which real decisions are comparable with a case: how far they may differ, and how the distance is measured. */
  comparable: {
    /** A reader can take in this many cases at a glance. */
    cases: 3,
    /**
     * A case with about ten times as many people may still be comparable; one with about a hundred times as many is a
     * different case.
     */
    ordersMost: 1.5,
    /** A clinic's list is not comparable with a customer list, whatever its length. */
    sensitivityMost: 1,
    perSensitivity: 2,
    perIdentity: 0.5,
    /**
     * If the source does not say how fully people were named, half a step; if it gives no number, one order of
     * magnitude.
     */
    identityUnknown: 0.25,
    peopleUnknown: 1,
    /** Words in the sources, as orders of magnitude. */
    dozens: 1.5,
    hundreds: 2.5,
  },
} as const;
