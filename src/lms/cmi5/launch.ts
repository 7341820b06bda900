/** How a platform launches a cmi5 package: by parameters of its address (cmi5 §8.1). */
export interface LaunchParameters {
  /** Where the learning record store is; it ends with a slash. */
  readonly endpoint: string;
  /** Gives the token, once. */
  readonly fetch: string;
  readonly actor: Actor;
  readonly registration: string;
  /** The id that the platform has given to this unit for this launch. */
  readonly activity: string;
}

/** The learner as the platform names them: always by an account (cmi5 §9.2). */
export interface Actor {
  readonly objectType?: string;
  readonly name?: string;
  readonly account?: { readonly homePage?: string; readonly name?: string };
  readonly mbox?: string;
}

/**
 * Reads the parameters of a launch.
 *
 * @param search of the address
 * @returns null when the page was not launched by a cmi5 platform
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

/** Returns a name for the learner that no other learner of the platform has. */
export function learnerId({ account, mbox }: Actor): string {
  return account ? `${account.homePage ?? ''} ${account.name ?? ''}` : (mbox ?? '');
}

/** What the platform says about this launch, in the document `LMS.LaunchData` (cmi5 §10). */
export interface LaunchData {
  readonly contextTemplate: Context;
  readonly launchMode: 'Normal' | 'Browse' | 'Review';
  /** 0 to 1; null where passing is not judged by a score. */
  readonly masteryScore: number | null;
  readonly returnUrl: string | null;
}

/** The context of a statement, as far as this package has to do with it. */
export interface Context {
  readonly contextActivities?: Readonly<Record<string, readonly { readonly id: string }[]>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly [name: string]: unknown;
}

/**
 * Reads the launch data.
 *
 * @returns null for what is none; a mode that is missing means normal
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
