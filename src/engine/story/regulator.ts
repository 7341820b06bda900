import type { Regulator } from '../level/level.ts';
import { WEIGHTS } from '../level/weights.ts';
import { comparableDecisions, type Response } from './comparable.ts';
import { gravestLayer, type BreachLayer } from './gravity.ts';
import type { DecisionReason, Duty, RegulatorDecision } from './findings.ts';
import type { Law } from './precedents.ts';

/** What the regulator looks at. */
export interface Findings {
  /** The breach as it stands at each sensitivity; see `breachLayers`. */
  readonly layers: readonly BreachLayer[];
  /** The mail software warned and the mail was sent all the same, or the sender ought to have known (rule 12). */
  readonly knew: boolean;
  /** A mail after the breach showed people again. */
  readonly repeated: boolean;
  /** Those concerned were told, each without being shown again. */
  readonly putRight: boolean;
  /** An apology was due, but somebody who was exposed did not get it (GDPR Article 34). */
  readonly untold: boolean;
}

/** How a law answers to a breach of some gravity. */
interface Test {
  /** What the law demands of the organisation itself. */
  duty(gravity: number): Duty;
  response(risk: number, findings: Findings): Response;
  reasons(risk: number, findings: Findings, duty: Duty): readonly DecisionReason[];
}

const { risk: RISK, highRisk: HIGH_RISK, uk2012: UK_2012, ukGdpr: UK_GDPR, euGdpr: EU_GDPR } = WEIGHTS.gravity;

/** How much worse the conduct makes a breach, in steps of gravity. */
function conduct({ knew, repeated, untold, putRight }: Findings): number {
  return Number(knew) + Number(repeated) + Number(untold) - Number(putRight);
}

function conductReasons({ knew, repeated, untold, putRight }: Findings): DecisionReason[] {
  return [
    ...(knew ? ['known-risk' as const] : []),
    ...(repeated ? ['repeated' as const] : []),
    ...(untold ? ['not-told' as const] : []),
    ...(putRight ? ['put-right' as const] : []),
  ];
}

const RISK_OF: Readonly<Record<Duty, DecisionReason>> = {
  'internal-record': 'low-risk',
  report: 'risk',
  'tell-people': 'high-risk',
};

/** Under the GDPR the organisation's duties follow from the risk, and the regulator's response from it and the conduct. */
function gdpr(from: Readonly<Record<Exclude<Response, 'none'>, number>>): Test {
  return {
    duty: (gravity) => (gravity >= HIGH_RISK ? 'tell-people' : gravity >= RISK ? 'report' : 'internal-record'),
    response: (risk, findings) => {
      const gravity = risk + conduct(findings);
      if (gravity >= from.fine) return 'fine';
      if (gravity >= from.reprimand) return 'reprimand';
      return gravity >= from.advice ? 'advice' : 'none';
    },
    reasons: (_risk, findings, duty) => [RISK_OF[duty], ...conductReasons(findings)],
  };
}

/**
 * Each law's test. The British regulator mostly reprimands public bodies, and fines where many are in danger; regulators in the
 * European Union fine smaller cases, and less (docs/sources.md has the decisions).
 */
const TESTS: Readonly<Record<Law, Test>> = {
  'uk-2012': {
    // Nobody had to report a breach in 2012 or to tell anybody of it.
    duty: () => 'internal-record',
    response: (risk, { knew, repeated }) => {
      if (risk >= UK_2012.distress || ((knew || repeated) && risk >= UK_2012.knownRisk)) return 'fine';
      return risk >= UK_2012.advice ? 'advice' : 'none';
    },
    reasons: (risk, { knew, repeated }) => {
      const shown: DecisionReason[] = [
        ...(risk >= UK_2012.distress ? ['substantial-distress' as const] : []),
        ...((knew || repeated) && risk >= UK_2012.knownRisk ? ['known-risk' as const] : []),
      ];
      return shown.length > 0 ? shown : ['not-shown'];
    },
  },
  'uk-gdpr': gdpr(UK_GDPR),
  'eu-gdpr': gdpr(EU_GDPR),
};

/**
 * The regulator's decision about a breach, by the test that the level states (rule 13): the class of outcome, and the real
 * decisions that compare with it. It never invents a figure, and never shows the cap.
 *
 * @returns `unknown` as the outcome where the level says that nobody knows how it decided
 */
export function decide(regulator: Regulator, findings: Findings): RegulatorDecision {
  const { test: law } = regulator;
  const layer = gravestLayer(findings.layers);
  const test = TESTS[law];
  // What was put right afterwards does not undo the duty that there was.
  const duty = test.duty(layer.gravity + Math.max(0, conduct(findings)));
  const response = test.response(layer.gravity, findings);
  const stays = response === 'none' && duty === 'internal-record';
  return {
    duty,
    outcome: !stays && regulator.outcome === 'unknown' ? 'unknown' : response === 'none' ? duty : response,
    comparable: comparableDecisions({ law, ...layer }, response).map(({ id, measure, amount, currency }) => ({
      id,
      measure,
      amount,
      currency,
    })),
    reasons: test.reasons(layer.gravity, findings, duty),
  };
}
