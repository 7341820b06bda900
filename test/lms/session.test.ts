import { Scorm12API, Scorm2004API } from 'scorm-again';
import { describe, expect, it, test } from 'vitest';
import { findApi, type ScormApi, type ScormVersion, type WindowLike } from '../../src/lms/find-api.ts';
import type { Policy } from '../../src/lms/policy.ts';
import type { Traced } from '../../src/lms/platform-session.ts';
import { startSession } from '../../src/lms/session.ts';
import { course, play } from './reports.ts';

const kept = { state: '1|1', seconds: 60 };
const both: readonly ScormVersion[] = ['scorm12', 'scorm2004'];
const policy = (version: ScormVersion): Policy => ({ version, onFail: 'incomplete' });

/** A platform that stores what it receives. Tests can make it misbehave. */
function platform(change: Partial<ScormApi> = {}, values: Record<string, string> = {}) {
  const calls: string[] = [];
  const api: ScormApi = {
    initialize: () => 'true',
    terminate: () => (calls.push('terminate'), 'true'),
    getValue: (element) => values[element] ?? '',
    setValue: (element, value) => {
      calls.push(`${element}=${value}`);
      values[element] = value;
      return 'true';
    },
    commit: () => (calls.push('commit'), 'true'),
    lastError: () => '0',
    ...change,
  };
  return { api, calls, values };
}

describe('the search for the interface', () => {
  const api = { LMSInitialize: () => 'true' };
  const top: WindowLike = { API: api };

  it('searches the parents, then the opener and its parents', () => {
    expect(findApi({ parent: { parent: top } }, 'scorm12')).not.toBeNull();
    expect(findApi({ opener: { parent: top } }, 'scorm12')).not.toBeNull();
  });

  it('stops at the top, which is its own parent', () => {
    const alone: { parent?: WindowLike } = {};
    alone.parent = alone;
    expect(findApi(alone, 'scorm12')).toBeNull();
  });

  it('takes the interface of its own version only', () => {
    expect(findApi(top, 'scorm2004')).toBeNull();
    expect(findApi({ parent: { API_1484_11: {}, parent: top } }, 'scorm12')?.initialize()).toBe('true');
  });

  it('copes with "Permission denied" on the way (pipwerks/scorm-api-wrapper#20)', () => {
    const foreign = {
      get API(): unknown {
        throw new DOMException('Permission denied', 'SecurityError');
      },
      parent: top,
    };
    expect(findApi({ parent: foreign }, 'scorm12')).not.toBeNull();
    const closed = {
      get parent(): WindowLike {
        throw new DOMException('Permission denied', 'SecurityError');
      },
      opener: top,
    };
    expect(findApi(closed, 'scorm12')).not.toBeNull();
  });
});

describe('a session', () => {
  it('reads who the learner is, in which mode, and where they were', () => {
    const { api } = platform(
      {},
      {
        'cmi.core.student_id': '7',
        'cmi.core.student_name': 'Okoro, Sam',
        'cmi.suspend_data': '1|9',
        'cmi.student_preference.language': 'de',
      },
    );
    expect(startSession(api, policy('scorm12'))?.launch).toEqual({
      mode: 'normal',
      state: '1|9',
      learner: { id: '7', name: 'Okoro, Sam' },
      language: 'de',
    });
  });

  test('treats a missing mode as normal (LiaScript/LiaScript-Exporter#36)', () => {
    expect(startSession(platform({}, { 'cmi.mode': '' }).api, policy('scorm2004'))?.launch.mode).toBe('normal');
  });

  test.each(['browse', 'review'])('writes nothing in %s, and still ends', (mode) => {
    for (const version of both) {
      const { api, calls } = platform({}, { 'cmi.core.lesson_mode': mode, 'cmi.mode': mode });
      const session = startSession(api, policy(version));
      expect(session?.launch.mode).toBe(mode);
      expect(session?.debriefed(course([80]), play(), kept)).toBe(true);
      session?.end(course([80]), kept);
      expect(calls).toEqual(['terminate']);
    }
  });

  it('suspends from the start, so that leaving while offline loses nothing (adapt-contrib-spoor#320)', () => {
    const { api, calls } = platform();
    startSession(api, policy('scorm2004'));
    expect(calls).toEqual(['cmi.exit=suspend', 'cmi.completion_status=incomplete', 'commit']);
  });

  it('ends once (jcputney/scorm-again#1694), and writes nothing afterwards', () => {
    const { api, calls } = platform();
    const session = startSession(api, policy('scorm2004'));
    session?.end(course([80]), kept);
    const ended = calls.length;
    session?.end(course([80]), kept);
    session?.keep(course([80]), kept);
    expect(calls).toHaveLength(ended);
    expect(calls.filter((call) => call === 'terminate')).toHaveLength(1);
  });

  it('ends without an alarm even if a commit answers nothing (adapt_framework#2222)', () => {
    for (const answer of [null, undefined]) {
      const { api, calls } = platform({ commit: () => answer });
      const session = startSession(api, policy('scorm2004'));
      expect(session?.keep(course([80]), kept)).toBe(true);
      session?.end(course([80]), kept);
      expect(calls.at(-1)).toBe('terminate');
    }
  });

  it('reports that the platform refused a commit or the state', () => {
    const refusing = [
      { commit: () => 'false' },
      { setValue: (element: string) => (element === 'cmi.suspend_data' ? 'false' : 'true') },
    ];
    for (const change of refusing) {
      const session = startSession(platform(change).api, policy('scorm12'));
      expect(session?.keep(course([80]), kept)).toBe(false);
    }
  });

  it('continues when the platform throws at every call', () => {
    const down = () => {
      throw new Error('The platform is gone.');
    };
    const trace: Traced[] = [];
    const api = { ...platform().api, getValue: down, setValue: down, commit: down, lastError: down };
    const session = startSession(api, policy('scorm12'), (traced) => trace.push(traced));
    expect(session?.launch).toMatchObject({ mode: 'normal', state: '' });
    expect(() => session?.end(course([80]), kept)).not.toThrow();
    expect(trace.some(({ error }) => error.includes('The platform is gone.'))).toBe(true);
  });

  it('leaves out objectives and interactions that the platform lacks (adapt_framework#1376)', () => {
    const { api, calls } = platform();
    const setValue = (element: string, value: string) =>
      /objectives|interactions/.test(element) ? 'false' : api.setValue(element, value);
    const session = startSession({ ...api, setValue }, policy('scorm12'));
    expect(session?.debriefed(course([80]), play(), kept)).toBe(true);
    expect(calls).toContain('cmi.core.score.raw=26');
    expect(calls.at(-1)).toBe('commit');
  });

  it('does not begin when the platform refuses', () => {
    expect(startSession(platform({ initialize: () => 'false' }).api, policy('scorm12'))).toBeNull();
  });

  it('reports that a state is too long for the platform, and still keeps the score', () => {
    const { api, calls } = platform();
    const setValue = (element: string, value: string) =>
      element === 'cmi.suspend_data' && value.length > 4096 ? 'false' : api.setValue(element, value);
    const session = startSession({ ...api, setValue }, policy('scorm12'));
    expect(session?.keep(course([80]), { ...kept, state: 'x'.repeat(4097) })).toBe(false);
    expect(calls).toContain('cmi.core.score.raw=26');
    expect(session?.keep(course([80]), { ...kept, state: 'x'.repeat(4000) })).toBe(true);
  });
});

/** scorm-again is independent of this project, while our own fake would share the blind spots of our code. */
describe('with scorm-again as the platform', () => {
  const runtimes = {
    scorm12: () => {
      const API = new Scorm12API({ logLevel: 'ERROR' });
      return { window: { API }, value: (element: string) => API.lmsGetValue(element) };
    },
    scorm2004: () => {
      const API_1484_11 = new Scorm2004API({ logLevel: 'ERROR' });
      return { window: { API_1484_11 }, value: (element: string) => API_1484_11.lmsGetValue(element) };
    },
  };

  test.each(both)('%s: every call succeeds, and the values arrive', (version) => {
    const { window, value } = runtimes[version]();
    const errors: Traced[] = [];
    const api = findApi(window, version);
    const session =
      api &&
      startSession(api, policy(version), (traced) => {
        if (traced.call.startsWith('set') && traced.error !== '0') errors.push(traced);
      });
    expect(session).not.toBeNull();
    expect(session?.debriefed(course([80]), play(), kept)).toBe(true);
    expect(session?.debriefed(course([80, 90]), play({ level: 'level-2' }), kept)).toBe(true);
    expect(session?.debriefed(course([95, 90, 70]), play({ level: 'level-3', right: false }), kept)).toBe(true);
    expect(errors).toEqual([]);
    expect(Number(value('cmi.objectives._count'))).toBe(9);
    expect(Number(value('cmi.interactions._count'))).toBe(3);
    expect(value('cmi.objectives.0.score.raw')).toBe('95');
    expect(value('cmi.suspend_data')).toBe('1|1');
    expect(value(version === 'scorm12' ? 'cmi.core.lesson_status' : 'cmi.success_status')).toBe('passed');
  });
});
