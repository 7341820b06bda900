import { expect, test } from 'vitest';
import { routeAfter } from '../../../src/app/author/previews.ts';
import { fileProblem } from '../../../src/levels/problem.ts';

test('a level that came alone opens; several are on the home page, and so is one that does not play', () => {
  expect(routeAfter({ levels: ['cv'], problems: [] })).toEqual({ name: 'preview', level: 'cv' });
  expect(routeAfter({ levels: ['cv', 'survey'], problems: [] })).toEqual({ name: 'home' });
  expect(routeAfter({ levels: [], problems: [fileProblem('a.json', 'empty')] })).toBeNull();
  expect(routeAfter({ levels: ['cv'], problems: [fileProblem('b.json', 'empty')] })).toBeNull();
});
