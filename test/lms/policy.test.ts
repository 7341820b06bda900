import { describe, expect, it, test } from 'vitest';
import {
  callsAtDebrief,
  callsAtEnd,
  callsAtStart,
  callsToKeep,
  type Call,
  type Known,
  type Policy,
} from '../../src/lms/policy.ts';
import { check, course, play } from './reports.ts';

const fresh: Known = { objectives: [], interactions: 0, status: 'incomplete', success: 'unknown' };
const kept = { state: '1|1', seconds: 754 };
const policy = (version: Policy['version'], onFail: Policy['onFail'] = 'incomplete'): Policy => ({ version, onFail });
const both = ['scorm12', 'scorm2004'] as const;

/** Returns the last value of each element. */
function values(calls: readonly Call[]): Record<string, string> {
  return Object.fromEntries(calls.flatMap((call) => (call.type === 'set' ? [[call.element, call.value]] : [])));
}

describe('at the start', () => {
  test.each(['', 'not attempted', 'browsed'])('a status of "%s" becomes incomplete', (status) => {
    expect(callsAtStart(policy('scorm12'), { status })).toEqual([
      { type: 'set', element: 'cmi.core.exit', value: 'suspend', optional: false },
      { type: 'set', element: 'cmi.core.lesson_status', value: 'incomplete', optional: false },
      { type: 'commit' },
    ]);
  });

  test.each(['incomplete', 'passed', 'failed', 'completed'])('a status of "%s" stays', (status) => {
    expect(values(callsAtStart(policy('scorm12'), { status }))).toEqual({ 'cmi.core.exit': 'suspend' });
  });

  test('SCORM 2004 calls an attempt that has not begun unknown', () => {
    expect(values(callsAtStart(policy('scorm2004'), { status: 'unknown' }))).toEqual({
      'cmi.exit': 'suspend',
      'cmi.completion_status': 'incomplete',
    });
  });
});

describe('at a debrief', () => {
  it('commits at once, after everything else', () => {
    for (const version of both) {
      const calls = callsAtDebrief(policy(version), course([80]), play(), kept, fresh);
      expect(calls.at(-1)).toEqual({ type: 'commit' });
      expect(calls.filter(({ type }) => type === 'commit')).toHaveLength(1);
    }
  });

  it('reports score, location, time and state to SCORM 1.2, and suspends', () => {
    expect(values(callsAtDebrief(policy('scorm12'), course([80, 90]), play(), kept, fresh))).toMatchObject({
      'cmi.core.score.min': '0',
      'cmi.core.score.max': '100',
      'cmi.core.score.raw': '56',
      'cmi.core.lesson_location': 'level-2',
      'cmi.core.session_time': '0000:12:34',
      'cmi.core.exit': 'suspend',
      'cmi.suspend_data': '1|1',
    });
  });

  it('reports the same to SCORM 2004, scaled and with the progress', () => {
    expect(values(callsAtDebrief(policy('scorm2004'), course([80, 90]), play(), kept, fresh))).toMatchObject({
      'cmi.score.raw': '56',
      'cmi.score.scaled': '0.56',
      'cmi.location': 'level-2',
      'cmi.progress_measure': '0.6667',
      'cmi.session_time': 'PT754S',
      'cmi.exit': 'suspend',
      'cmi.completion_status': 'incomplete',
    });
  });

  it('reports no score before the first level is finished', () => {
    for (const version of both) {
      const set = Object.keys(values(callsToKeep(policy(version), course([]), kept, fresh)));
      expect(set.filter((element) => element.includes('score'))).toEqual([]);
    }
  });

  it('passes once all levels are finished and the score reaches the mark', () => {
    expect(values(callsToKeep(policy('scorm12'), course([70, 70, 70]), kept, fresh))['cmi.core.lesson_status']).toBe(
      'passed',
    );
    const set = values(callsToKeep(policy('scorm2004'), course([70, 70, 70]), kept, fresh));
    expect(set).toMatchObject({ 'cmi.completion_status': 'completed', 'cmi.success_status': 'passed' });
  });

  it('stays incomplete below the mark, since some platforms lock out a learner who failed', () => {
    const below = course([70, 70, 69]);
    expect(values(callsToKeep(policy('scorm12'), below, kept, fresh))).not.toHaveProperty('cmi.core.lesson_status');
    const set = values(callsToKeep(policy('scorm2004'), below, kept, fresh));
    expect(set['cmi.completion_status']).toBe('completed');
    expect(set).not.toHaveProperty('cmi.success_status');
  });

  it('fails only if the package is set to, and only when every level is finished', () => {
    const below = course([70, 70, 69]);
    expect(values(callsToKeep(policy('scorm12', 'failed'), below, kept, fresh))['cmi.core.lesson_status']).toBe(
      'failed',
    );
    expect(values(callsToKeep(policy('scorm2004', 'failed'), below, kept, fresh))['cmi.success_status']).toBe('failed');
    const half = values(callsToKeep(policy('scorm12', 'failed'), course([10]), kept, fresh));
    expect(half).not.toHaveProperty('cmi.core.lesson_status');
  });

  test.each(['passed', 'completed'])('never lowers a status of "%s"', (status) => {
    const set = values(callsToKeep(policy('scorm12', 'failed'), course([10, 10, 10]), kept, { ...fresh, status }));
    expect(set).not.toHaveProperty('cmi.core.lesson_status');
  });

  it('never lowers what SCORM 2004 has', () => {
    const done = { ...fresh, status: 'completed', success: 'passed' };
    const set = values(callsToKeep(policy('scorm2004', 'failed'), course([10]), kept, done));
    expect(set).not.toHaveProperty('cmi.completion_status');
    expect(set).not.toHaveProperty('cmi.success_status');
  });

  it('lets someone who failed pass', () => {
    const failed = { ...fresh, status: 'failed', success: 'failed' };
    expect(values(callsToKeep(policy('scorm12'), course([90, 90, 90]), kept, failed))['cmi.core.lesson_status']).toBe(
      'passed',
    );
    expect(values(callsToKeep(policy('scorm2004'), course([90, 90, 90]), kept, failed))['cmi.success_status']).toBe(
      'passed',
    );
  });

  it('finds the objectives of a level by their ids, after one from the manifest', () => {
    const known = { ...fresh, objectives: ['primary', 'level-1'] };
    const set = values(callsAtDebrief(policy('scorm2004'), course([80]), play(), kept, known));
    expect(set).toMatchObject({
      'cmi.objectives.1.score.raw': '80',
      'cmi.objectives.1.description': 'Level 1',
      'cmi.objectives.2.id': 'level-1.privacy',
      'cmi.objectives.2.score.raw': '100',
      'cmi.objectives.3.id': 'level-1.purpose',
      'cmi.objectives.3.score.scaled': '0.8',
    });
    expect(set).not.toHaveProperty('cmi.objectives.1.id');
    expect(Object.keys(set).filter((element) => element.startsWith('cmi.objectives.0'))).toEqual([]);
  });

  it('adds an interaction for each play', () => {
    const known = { ...fresh, interactions: 4 };
    expect(values(callsAtDebrief(policy('scorm12'), course([88]), play(), kept, known))).toMatchObject({
      'cmi.interactions.4.id': 'level-1',
      'cmi.interactions.4.type': 'performance',
      'cmi.interactions.4.student_response': 'score=88;privacy=88;purpose=100;to=ana;bcc=ben',
      'cmi.interactions.4.result': 'correct',
      'cmi.interactions.4.latency': '0000:01:15',
      'cmi.interactions.4.time': '09:30:05',
    });
    expect(
      values(callsAtDebrief(policy('scorm2004'), course([88]), play({ right: false }), kept, known)),
    ).toMatchObject({
      'cmi.interactions.4.learner_response': 'play[.]score=88;privacy=88;purpose=100;to=ana;bcc=ben',
      'cmi.interactions.4.result': 'incorrect',
      'cmi.interactions.4.timestamp': '2026-11-29T09:30:05.0Z',
      'cmi.interactions.4.description': 'One CV, two rivals',
    });
    expect(
      values(callsAtDebrief(policy('scorm12'), course([88]), play({ right: false }), kept, known))[
        'cmi.interactions.4.result'
      ],
    ).toBe('wrong');
  });

  it("cuts what exceeds the standard's limits", () => {
    const long = play({ placement: 'x'.repeat(2000), title: 'y'.repeat(600) });
    const old = values(
      callsAtDebrief(policy('scorm12'), { ...course([88]), place: 'z'.repeat(300) }, long, kept, fresh),
    );
    expect(old['cmi.interactions.0.student_response']).toHaveLength(255);
    expect(old['cmi.core.lesson_location']).toHaveLength(255);
    const set = values(callsAtDebrief(policy('scorm2004'), course([88]), long, kept, fresh));
    expect(set['cmi.interactions.0.description']).toHaveLength(250);
  });

  it('marks as optional what a platform may lack without loss to the learner', () => {
    for (const version of both) {
      const calls = callsAtDebrief(policy(version), course([80]), play(), kept, fresh);
      for (const call of calls) {
        if (call.type !== 'set') continue;
        const extra = /objectives|interactions|progress_measure/.test(call.element);
        expect([call.element, call.optional]).toEqual([call.element, extra]);
      }
    }
  });
});

test('at the end writes the state, commits, and ends the session, in this order', () => {
  for (const version of both) {
    const calls = callsAtEnd(policy(version), course([80]), kept, fresh);
    expect(calls.slice(-2)).toEqual([{ type: 'commit' }, { type: 'terminate' }]);
    expect(values(calls)['cmi.suspend_data']).toBe('1|1');
  }
});

test('at an end before the course has arrived writes the state and the time, and no score or status', () => {
  for (const version of both) {
    const set = values(callsAtEnd(policy(version), null, kept, fresh));
    expect(Object.keys(set).map((element) => element.split('.').at(-1))).toEqual([
      'suspend_data',
      'session_time',
      'exit',
    ]);
  }
});

test('writing everything again includes every level, but repeats no play', () => {
  for (const version of both) {
    const set = values(callsToKeep(policy(version), course([80, 90]), { ...kept, whole: true }, fresh));
    expect(set).toMatchObject({ 'cmi.objectives.0.id': 'level-1', 'cmi.objectives.3.score.raw': '90' });
    expect(Object.keys(set).filter((element) => element.includes('interactions'))).toEqual([]);
    const usual = values(callsToKeep(policy(version), course([80, 90]), kept, fresh));
    expect(Object.keys(usual).filter((element) => element.includes('objectives'))).toEqual([]);
  }
});

describe('after a check', () => {
  it('reports an interaction that is neither right nor wrong, and no score', () => {
    const known = { ...fresh, interactions: 2 };
    const scorm12 = values(callsAtDebrief(policy('scorm12'), course([]), check(), kept, known));
    expect(scorm12).toMatchObject({
      'cmi.interactions.2.id': 'check.before',
      'cmi.interactions.2.type': 'performance',
      'cmi.interactions.2.student_response': 'form=a;hits=22/27;false-alarms=3/27',
      'cmi.interactions.2.result': 'neutral',
      'cmi.interactions.2.time': '09:30:05',
    });
    expect(Object.keys(scorm12).filter((element) => element.includes('score'))).toEqual([]);
    const scorm2004 = values(callsAtDebrief(policy('scorm2004'), course([]), check({ check: 'after' }), kept, known));
    expect(scorm2004).toMatchObject({
      'cmi.interactions.2.id': 'check.after',
      'cmi.interactions.2.learner_response': 'check[.]form=a;hits=22/27;false-alarms=3/27',
      'cmi.interactions.2.result': 'neutral',
      'cmi.interactions.2.description': 'A short check before the course',
    });
  });

  it('reports that it was skipped, without counts', () => {
    const calls = values(callsAtDebrief(policy('scorm12'), course([]), check({ skipped: true }), kept, fresh));
    expect(calls['cmi.interactions.0.student_response']).toBe('form=a;skipped');
  });
});
