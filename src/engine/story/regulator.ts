import type { Regulator } from '../level/level.ts';
import { WEIGHTS } from '../level/weights.ts';
import { comparableDecisions, type Response } from './comparable.ts';
import { gravestLayer, type BreachLayer } from './gravity.ts';
import type { DecisionReason, Duty, RegulatorDecision } from './findings.ts';
import type { Law } from './precedents.ts';

/** What the regulator considers. */
export interface Findings {
  /** The breach as it stands at each sensitivity; see `breachLayers`. */
  readonly layers: readonly BreachLayer[];
  /** The mail program warned and the mail was sent anyway, or the sender should have known (rule 12). */
  readonly knew: boolean;
  /** A mail after the breach exposed people again. */
  readonly repeated: boolean;
  /** The people affected were informed, each without being exposed again. */
  readonly putRight: boolean;
  /** An apology was due, but somebody who was exposed did not get it (GDPR Article 34). */
  readonly untold: boolean;
}

/** How a law responds to a breach of some gravity. */
interface Test {
  /** What the law requires of the organisation itself. */
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

/**
 * Under the GDPR the organisation's duties follow from the risk, and the regulator's response from the risk and the
 * conduct.
 */
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
 * Each law's test. The British regulator mostly reprimands public bodies, and fines when many are in danger; regulators
 * in the European Union fine smaller cases, with smaller amounts (docs/sources.md has the decisions).
 */
const TESTS: Readonly<Record<Law, Test>> = {
  'uk-2012': {
    // In 2012 nobody had to report a breach or to inform anyone.
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
 * Returns the regulator's decision about a breach, by the test that the level states (rule 13): the class of outcome,
 * and comparable real decisions. It never invents a figure, and never shows the maximum.
 * @returns `unknown` as the outcome if the level says that nobody knows how it decided
 */
export function decide(regulator: Regulator, findings: Findings): RegulatorDecision {
  const { test: law } = regulator;
  const layer = gravestLayer(findings.layers);
  const test = TESTS[law];
  // Putting things right afterwards does not remove the duty to report.
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
