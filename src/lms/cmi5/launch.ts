/** The parameters in the page's address by which a platform launches a cmi5 package (cmi5 §8.1). */
export interface LaunchParameters {
  /** The address of the learning record store, with a slash at the end. */
  readonly endpoint: string;
  /** The address that gives the token, once. */
  readonly fetch: string;
  readonly actor: Actor;
  readonly registration: string;
  /** The id that the platform gave this unit. */
  readonly activity: string;
}

/** The learner. cmi5 always names an account (cmi5 §9.2), but other launchers may name a mailbox. */
export interface Actor {
  readonly objectType?: string;
  readonly name?: string;
  readonly account?: { readonly homePage?: string; readonly name?: string };
  readonly mbox?: string;
}

/**
 * Reads the parameters of a launch.
 *
 * @param search the query of the address
 * @returns null if no cmi5 platform launched the page
 */
export function launchParameters(search: string): LaunchParameters | null {
  const given = new URLSearchParams(search);
  const [endpoint, fetchUrl, actor, registration, activity] = [
    'endpoint',
    'fetch',
    'actor',
    'registration',
    'activityId',
  ].map((name) => given.get(name) ?? '');
  if (!endpoint || !fetchUrl || !actor || !registration || !activity) return null;
  try {
    const read: unknown = JSON.parse(actor);
    if (typeof read !== 'object' || read === null) return null;
    return {
      endpoint: endpoint.endsWith('/') ? endpoint : `${endpoint}/`,
      fetch: fetchUrl,
      actor: read,
      registration,
      activity,
    };
  } catch {
    return null;
  }
}

/** Returns an id for the learner that is unique on the platform. */
export function learnerId({ account, mbox }: Actor): string {
  return account ? `${account.homePage ?? ''} ${account.name ?? ''}` : (mbox ?? '');
}

/** The platform's settings for this launch, in the document `LMS.LaunchData` (cmi5 §10). */
export interface LaunchData {
  readonly contextTemplate: Context;
  readonly launchMode: 'Normal' | 'Browse' | 'Review';
  /** 0 to 1; null if the platform does not judge by a score. */
  readonly masteryScore: number | null;
  readonly returnUrl: string | null;
}

/** The parts of a statement's context that a package uses. */
export interface Context {
  readonly contextActivities?: Readonly<Record<string, readonly { readonly id: string }[]>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly [name: string]: unknown;
}

/**
 * Reads the launch data.
 *
 * @returns null if the document is not launch data; a missing mode means normal
 */
export function launchData(document: unknown): LaunchData | null {
  if (typeof document !== 'object' || document === null) return null;
  const { contextTemplate, launchMode, masteryScore, returnURL } = document as Readonly<Record<string, unknown>>;
  if (typeof contextTemplate !== 'object' || contextTemplate === null) return null;
  return {
    contextTemplate: contextTemplate as Context,
    launchMode: launchMode === 'Browse' || launchMode === 'Review' ? launchMode : 'Normal',
    masteryScore: typeof masteryScore === 'number' ? masteryScore : null,
    returnUrl: typeof returnURL === 'string' && returnURL !== '' ? returnURL : null,
  };
}
