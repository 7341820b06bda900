/** A platform's run-time interface: SCORM 1.2 and SCORM 2004 differ in the names of its functions alone. */
export interface ScormApi {
  readonly initialize: () => unknown;
  readonly terminate: () => unknown;
  readonly getValue: (element: string) => unknown;
  readonly setValue: (element: string, value: string) => unknown;
  readonly commit: () => unknown;
  readonly lastError: () => unknown;
}

export type ScormVersion = 'scorm12' | 'scorm2004';

/** The object that a platform puts into a window, and what its functions are called. */
const NAMES = {
  scorm12: {
    object: 'API',
    initialize: 'LMSInitialize',
    terminate: 'LMSFinish',
    getValue: 'LMSGetValue',
    setValue: 'LMSSetValue',
    commit: 'LMSCommit',
    lastError: 'LMSGetLastError',
  },
  scorm2004: {
    object: 'API_1484_11',
    initialize: 'Initialize',
    terminate: 'Terminate',
    getValue: 'GetValue',
    setValue: 'SetValue',
    commit: 'Commit',
    lastError: 'GetLastError',
  },
} as const satisfies Record<ScormVersion, Record<string, string>>;

/** A window as far as the search for the interface goes; any of it may throw where another site's frame is in the way. */
export interface WindowLike {
  readonly parent?: WindowLike | null;
  readonly opener?: WindowLike | null;
  readonly [name: string]: unknown;
}

/** SCORM 2004 Run-Time Environment §3.2.1 allows this many steps up; more would only be a loop. */
const MOST_STEPS = 500;

/**
 * Looks for the platform's interface: up the chain of parents first, then in the opener and its parents, as the standard says
 * (SCORM 1.2 RTE §3.3.6.1, SCORM 2004 RTE §3.2.1). A package looks for the interface of its own version only, as some
 * platforms offer both and record through one.
 *
 * @returns null where there is none, or where the browser forbids every way to it
 */
export function findApi(start: WindowLike, version: ScormVersion): ScormApi | null {
  const found = alongParents(start, version) ?? alongParents(attempt(() => start.opener) ?? null, version);
  return found && bound(found, version);
}

function alongParents(start: WindowLike | null, version: ScormVersion): object | null {
  let here = start;
  for (let step = 0; here && step < MOST_STEPS; step += 1) {
    const window = here;
    const api = attempt(() => window[NAMES[version].object]);
    if (typeof api === 'object' && api !== null) return api;
    const parent: WindowLike | null = attempt(() => window.parent) ?? null;
    here = parent === window ? null : parent;
  }
  return null;
}

/** "Permission denied" is an everyday answer of a frame from another site. */
function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function bound(api: object, version: ScormVersion): ScormApi {
  const call = (name: string, ...values: readonly string[]): unknown => {
    const method: unknown = Reflect.get(api, name);
    return typeof method === 'function' ? Reflect.apply(method, api, values) : undefined;
  };
  const names = NAMES[version];
  return {
    initialize: () => call(names.initialize, ''),
    terminate: () => call(names.terminate, ''),
    getValue: (element) => call(names.getValue, element),
    setValue: (element, value) => call(names.setValue, element, value),
    commit: () => call(names.commit, ''),
    lastError: () => call(names.lastError),
  };
}
