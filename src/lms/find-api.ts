/** A platform's run-time interface. SCORM 1.2 and SCORM 2004 differ only in the names of its functions. */
export interface ScormApi {
  readonly initialize: () => unknown;
  readonly terminate: () => unknown;
  readonly getValue: (element: string) => unknown;
  readonly setValue: (element: string, value: string) => unknown;
  readonly commit: () => unknown;
  readonly lastError: () => unknown;
}

export type ScormVersion = 'scorm12' | 'scorm2004';

/** The object that a platform puts into a window, and the names of its functions. */
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

/** The part of a window that the search uses. Any access may throw when the frame belongs to another site. */
export interface WindowLike {
  readonly parent?: WindowLike | null;
  readonly opener?: WindowLike | null;
  readonly [name: string]: unknown;
}

/** SCORM 2004 Run-Time Environment §3.2.1 allows this many steps up; more could only be a loop. */
const MOST_STEPS = 500;

/**
 * Looks for the platform's interface: up the chain of parents first, then in the opener and its parents, as the
 * standard says (SCORM 1.2 RTE §3.3.6.1, SCORM 2004 RTE §3.2.1). A package looks for the interface of its own version
 * only, because some platforms offer both and record through one.
 * @returns null when there is none, or the browser blocks every way to it
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

/** Frames of another site normally answer "Permission denied". */
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
