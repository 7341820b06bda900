import { describe, expect, test } from 'vitest';
import { type AnalysisAnswer, type AnalysisRequest, openAnalyses } from '../../../src/workshop/analysis/analyses.ts';
import type { LevelAnalysis } from '../../../src/workshop/analysis/analyse.ts';

const NOTHING: LevelAnalysis = { problems: [], played: null };
const files = (text: string) => ({ file: 'a.json', text, translations: [] });

/** Workers that answer when the test says so. */
function workers() {
  const started: {
    readonly got: AnalysisRequest[];
    readonly answer: (answer: AnalysisAnswer) => void;
    readonly broken: () => void;
    ended: boolean;
  }[] = [];
  const answers: LevelAnalysis[] = [];
  let failures = 0;
  const analyses = openAnalyses(
    (answer, broken) => {
      const mine = { got: [] as AnalysisRequest[], answer, broken, ended: false };
      started.push(mine);
      return {
        post: (request) => mine.got.push(request),
        end: () => {
          mine.ended = true;
        },
      };
    },
    (analysis) => answers.push(analysis),
    () => {
      failures += 1;
    },
  );
  return { analyses, started, answers, failures: () => failures };
}

describe('the analyses of a level that is being written', () => {
  test('use the same worker while it answers', () => {
    const { analyses, started, answers } = workers();
    analyses.ask(files('1'), ['en']);
    started[0]?.answer({ number: 1, analysis: NOTHING });
    analyses.ask(files('2'), ['en']);
    expect(started).toHaveLength(1);
    expect(started[0]?.got.map(({ files: { text } }) => text)).toEqual(['1', '2']);
    expect(answers).toEqual([NOTHING]);
  });

  test('give up a stale question with its worker, and take no answer to it', () => {
    const { analyses, started, answers } = workers();
    analyses.ask(files('1'), ['en']);
    analyses.ask(files('2'), ['en']);
    expect(started.map(({ ended }) => ended)).toEqual([true, false]);
    started[0]?.answer({ number: 1, analysis: NOTHING });
    expect(answers).toEqual([]);
    started[1]?.answer({ number: 2, analysis: NOTHING });
    expect(answers).toEqual([NOTHING]);
  });

  test('say that the worker failed, and start another for the next question', () => {
    const { analyses, started, failures } = workers();
    analyses.ask(files('1'), ['en']);
    started[0]?.broken();
    expect(failures()).toBe(1);
    analyses.ask(files('2'), ['en']);
    started[0]?.broken();
    expect([failures(), started.length]).toEqual([1, 2]);
    expect(started.map(({ ended }) => ended)).toEqual([true, false]);
  });

  test('take no answer about a state that has changed', () => {
    const { analyses, started, answers } = workers();
    analyses.ask(files('1'), ['en']);
    analyses.forget();
    started[0]?.answer({ number: 1, analysis: NOTHING });
    expect([started[0]?.ended, answers]).toEqual([true, []]);
  });

  test('keep a worker that has answered', () => {
    const { analyses, started } = workers();
    analyses.ask(files('1'), ['en']);
    started[0]?.answer({ number: 1, analysis: NOTHING });
    analyses.forget();
    expect(started[0]?.ended).toBe(false);
  });
});
