/**
 * A learning record store that refuses what xAPI 1.0.3 and cmi5 forbid, and names the section with each refusal. It knows one
 * launch, and the tests read what it has stored.
 */

type Fields = Readonly<Record<string, unknown>>;

const VERB = 'http://adlnet.gov/expapi/verbs/';
const CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
const MOVE_ON = 'https://w3id.org/xapi/cmi5/context/categories/moveon';
const SESSION = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';
const MASTERY = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';
const DURATION = /^PT\d+(?:\.\d+)?S$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const DEFINED = ['initialized', 'completed', 'passed', 'failed', 'terminated'];

/** The Fetch standard, 4.6: the most bytes that requests with `keepalive` may have in flight. */
const KEEPALIVE_MAX = 64 * 1024;

export const LAUNCH = {
  endpoint: 'https://lrs.example/xapi',
  fetch: 'https://lms.example/fetch?k=1',
  actor: { objectType: 'Agent', name: 'Sam Okoro', account: { homePage: 'https://lms.example', name: '7' } },
  registration: '2b6c9c1e-4d0a-4b7e-9d5e-0f6d3c1a2b3c',
  activity: 'https://lms.example/activity/5',
};
const TOKEN = 'abc';

export const ADDRESS = `?${new URLSearchParams({
  endpoint: LAUNCH.endpoint,
  fetch: LAUNCH.fetch,
  actor: JSON.stringify(LAUNCH.actor),
  registration: LAUNCH.registration,
  activityId: LAUNCH.activity,
}).toString()}`;

export interface StubSettings {
  readonly launchMode?: string;
  readonly masteryScore?: number | null;
  readonly languagePreference?: string;
  readonly returnURL?: string;
}

export function recordStoreStub({
  launchMode = 'Normal',
  masteryScore = 0.7,
  languagePreference,
  returnURL,
}: StubSettings = {}) {
  const statements: Fields[] = [];
  const refused: string[] = [];
  const documents = new Map<string, unknown>();
  let tokens = 0;
  let down = false;
  let deaf = false;
  /** The page has closed: its requests still arrive, but their answers find nobody. */
  let closed = false;
  let stalled = false;
  /** The bytes of requests that outlive their page and are not answered yet; browsers limit them to 64 KiB in all. */
  let outliving = 0;
  const arrivals: string[] = [];
  let expired = false;
  let session = 1;
  let preferencesRead = false;
  const template = () => ({
    contextActivities: { grouping: [{ id: 'https://publisher.example/course' }] },
    extensions: { [SESSION]: `session-${String(session)}` },
  });

  const no = (status: number, why: string) => {
    refused.push(why);
    return new Response(why, { status });
  };
  const json = (value: unknown) =>
    new Response(JSON.stringify(value), { headers: { 'Content-Type': 'application/json' } });

  const answer = (url: URL, { method = 'GET', headers, body }: RequestInit): Response => {
    if (url.href === LAUNCH.fetch) {
      if (method !== 'POST') return no(405, 'cmi5 8.2.1: the token is fetched by POST');
      tokens += 1;
      // A second call gets an error (cmi5 8.2.3).
      return tokens > 1 ? json({ 'error-code': '1', 'error-text': 'used' }) : json({ 'auth-token': TOKEN });
    }
    if (!url.href.startsWith(`${LAUNCH.endpoint}/`)) return no(404, 'not an address of the record store');
    const given = new Headers(headers);
    if (expired || given.get('Authorization') !== `Basic ${TOKEN}`) return no(401, 'cmi5 8.2.2: wrong token');
    if (given.get('X-Experience-API-Version') !== '1.0.3') return no(400, 'xAPI 3.3: no version');
    if (body !== undefined && given.get('Content-Type') !== 'application/json')
      return no(400, 'xAPI 3.1.5: content type');
    const resource = url.pathname.slice(new URL(LAUNCH.endpoint).pathname.length + 1);
    const query = url.searchParams;
    if (resource === 'activities/state') return state(method, query, body);
    if (resource === 'agents/profile') {
      if (query.get('profileId') !== 'cmi5LearnerPreferences') return no(400, 'cmi5 11: another profile');
      preferencesRead = true;
      return languagePreference === undefined ? new Response('', { status: 404 }) : json({ languagePreference });
    }
    if (resource === 'statements' && method === 'POST') return post(JSON.parse(written(body)) as Fields[]);
    return no(404, `xAPI: ${method} ${resource}`);
  };

  const state = (method: string, query: URLSearchParams, body: unknown): Response => {
    if (query.get('activityId') !== LAUNCH.activity) return no(400, 'xAPI 2.3: activityId');
    if (query.get('registration') !== LAUNCH.registration) return no(400, 'cmi5 10: registration');
    if (query.get('agent') !== JSON.stringify(LAUNCH.actor)) return no(400, 'cmi5 9.2: actor');
    const id = query.get('stateId') ?? '';
    if (id === 'LMS.LaunchData') {
      if (method !== 'GET') return no(403, 'cmi5 10: the launch data is the platform’s');
      const mastery = masteryScore === null ? {} : { masteryScore };
      return json({
        contextTemplate: template(),
        launchMode,
        moveOn: 'CompletedAndPassed',
        ...mastery,
        ...(returnURL ? { returnURL } : {}),
      });
    }
    if (method === 'PUT') {
      if (said(inSession(), 'terminated')) return no(403, 'cmi5 8.2.2: the token ends with the session');
      documents.set(id, JSON.parse(written(body)));
      return new Response(null, { status: 204 });
    }
    return documents.has(id) ? json(documents.get(id)) : new Response('', { status: 404 });
  };

  const inSession = () => statements.filter((one) => sessionOf(one) === `session-${String(session)}`);
  const said = (list: readonly Fields[], verb: string) => list.some((one) => verbOf(one) === verb);

  const post = (given: readonly Fields[]): Response => {
    const taken: Fields[] = [];
    for (const one of given) {
      if (statements.some(({ id }) => id === one['id'])) return new Response('', { status: 409 });
      const why = wrong(one, [...inSession(), ...taken], [...statements, ...taken]);
      if (why) return no(400, why);
      taken.push(one);
    }
    statements.push(...taken);
    return json(taken.map(({ id }) => id));
  };

  /** Returns why a statement is refused; null if it is stored. */
  const wrong = (one: Fields, now: readonly Fields[], ever: readonly Fields[]): string | null => {
    const { context, object, result = {}, actor } = one as Readonly<Record<string, Fields>>;
    const verb = verbOf(one);
    const categories = categoriesOf(one);
    const extensions = (context?.['extensions'] ?? {}) as Fields;
    const score = result['score'] as { readonly scaled?: number } | undefined;
    if (!UUID.test(written(one['id']))) return 'cmi5 9.1: no identifier';
    if (JSON.stringify(actor) !== JSON.stringify(LAUNCH.actor)) return 'cmi5 9.2: another actor';
    if (!/^\d{4}-.*Z$/.test(written(one['timestamp']))) return 'cmi5 9.7: the time is in UTC';
    if (context?.['registration'] !== LAUNCH.registration) return 'cmi5 9.6.1: registration';
    if (extensions[SESSION] !== `session-${String(session)}`) return 'cmi5 9.6.3.1: session';
    if (
      JSON.stringify((context['contextActivities'] as Fields)['grouping']) !==
      JSON.stringify(template().contextActivities.grouping)
    )
      return 'cmi5 10.2.1: the context template';
    if (now.length === 0 && verb !== 'initialized') return 'cmi5 9.3: "initialized" is the first';
    if (said(now, 'terminated')) return 'cmi5 9.3: "terminated" is the last';
    if (!categories.includes(CATEGORY)) return DEFINED.includes(verb) ? 'cmi5 9.6.2.1: the cmi5 category' : null;
    if (!DEFINED.includes(verb)) return 'cmi5 9.6.2.1: the cmi5 category is for its own verbs';
    if (object?.['id'] !== LAUNCH.activity) return 'cmi5 9.4: another object';
    if (said(now, verb)) return `cmi5 9.3: "${verb}" twice in a session`;
    if (launchMode !== 'Normal' && !['initialized', 'terminated'].includes(verb))
      return `cmi5 10.2.2: "${verb}" in ${launchMode}`;
    if (['completed', 'passed'].includes(verb) && said(ever, verb))
      return `cmi5 9.3: "${verb}" twice in a registration`;
    if (verb === 'failed' && (said(ever, 'passed') || said(now, 'failed'))) return 'cmi5 9.3: "failed" after a verdict';
    const moves = ['completed', 'passed', 'failed'].includes(verb);
    if (moves !== categories.includes(MOVE_ON)) return 'cmi5 9.6.2.2: the moveon category';
    if (verb !== 'initialized' && !DURATION.test(String(result['duration']))) return 'cmi5 9.5.4: duration';
    if ((verb === 'completed') !== (result['completion'] === true)) return 'cmi5 9.5.3: completion';
    if ('success' in result && result['success'] !== (verb === 'passed')) return 'cmi5 9.5.2: success';
    if (['passed', 'failed'].includes(verb) && !('success' in result)) return 'cmi5 9.5.2: success';
    if (score && !['passed', 'failed'].includes(verb)) return 'cmi5 9.5.1: a score beside a verdict only';
    if (score && masteryScore !== null && moves) {
      const reached = (score.scaled ?? 0) >= masteryScore;
      if (reached !== (verb === 'passed')) return 'cmi5 9.3.4: a verdict against the mastery score';
      if (extensions[MASTERY] !== masteryScore) return 'cmi5 9.6.3.2: the mastery score';
    }
    return null;
  };

  const fetch: typeof globalThis.fetch = (input, how = {}) => {
    if (down) return Promise.reject(new TypeError('Failed to fetch'));
    const url = new URL(typeof input === 'string' ? input : input instanceof URL ? input.href : input.url);
    if (stalled) return new Promise(() => {});
    const { keepalive = false, body } = how;
    const bytes = keepalive ? Buffer.byteLength(written(body)) : 0;
    // A closed page sends only what outlives it, and the browser refuses what exceeds the limit.
    if ((closed && !keepalive) || outliving + bytes > KEEPALIVE_MAX)
      return Promise.reject(new TypeError('Failed to fetch'));
    if (closed) outliving += bytes;
    arrivals.push(arrivalOf(url, how));
    const answered = answer(url, how);
    if (closed) return new Promise(() => {});
    return deaf ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(answered);
  };
  return {
    fetch,
    statements,
    refused,
    documents,
    /** The requests that change something, in the order in which they arrived. */
    arrivals,
    verbs: () => statements.map(verbOf),
    preferencesRead: () => preferencesRead,
    setDown: (isDown: boolean) => void (down = isDown),
    /** Stores requests, but loses the answers. */
    loseAnswers: (lose: boolean) => void (deaf = lose),
    expire: () => void (expired = true),
    /** The next requests wait on their way. */
    stall: (isStalled: boolean) => void (stalled = isStalled),
    /** The page closes. */
    close: () => void (closed = true),
    /** Launches again, with a new session and token. */
    relaunch() {
      session += 1;
      tokens = 0;
      closed = false;
      outliving = 0;
    },
  };
}

/** Returns a request in a few words: the verbs of its statements, or its document. */
function arrivalOf({ pathname, searchParams }: URL, { method = 'GET', body }: RequestInit): string {
  if (method === 'POST' && pathname.endsWith('/statements'))
    return (JSON.parse(written(body)) as Fields[]).map(verbOf).join(' ');
  return `${method} ${searchParams.get('stateId') ?? pathname.split('/').at(-1) ?? ''}`;
}

const written = (value: unknown): string => (typeof value === 'string' ? value : '');
export const verbOf = (one: Fields): string => String((one['verb'] as Fields)['id']).replace(VERB, '');
const contextOf = (one: Fields) => (one['context'] ?? {}) as Readonly<Record<string, Fields>>;
const sessionOf = (one: Fields) => contextOf(one)['extensions']?.[SESSION];
function categoriesOf(one: Fields): string[] {
  const category = (contextOf(one)['contextActivities']?.['category'] ?? []) as readonly { readonly id: string }[];
  return category.map(({ id }) => id);
}
