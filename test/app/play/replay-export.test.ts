import { beforeAll, expect, test } from 'vitest';
import { mailFile } from '../../../src/app/play/replay-export.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { setLanguage } from '../../../src/i18n/index.ts';
import { crowd, level as levelOf, mail, person } from '../../engine/levels.ts';

beforeAll(() => setLanguage('en'));

const level = levelOf([person('ana'), person('ben'), crowd('crowd', 20)], {
  mails: [mail('first', { subject: 'First' }), mail('second', { subject: 'Second', after: 'P1D' })],
});
const routing = { first: { ana: 'to', crowd: 'bcc' }, second: { ana: 'to' } } as const;
const shown = { level, routing, outcome: simulate(level, routing) };
const textOf = (file: ReturnType<typeof mailFile>) => file?.pieces.join('');

test('the mail that is looked at is saved, and without one the last that came', () => {
  expect(textOf(mailFile(shown, { contact: 'ana', index: 0, mail: 'first' }))).toContain('Subject: First');
  expect(textOf(mailFile(shown, { contact: 'ana', index: 0, mail: null }))).toContain('Subject: Second');
});

test('the file is named by the level and its reader, one of a crowd counted from 1', () => {
  expect(mailFile(shown, { contact: 'ana', index: 0, mail: null })?.name).toBe('test-ana.eml');
  expect(mailFile(shown, { contact: 'crowd', index: 0, mail: null })?.name).toBe('test-crowd-1.eml');
  expect(mailFile(shown, { contact: 'crowd', index: 19, mail: null })?.name).toBe('test-crowd-20.eml');
});

test('who got no mail has none to save', () => {
  expect(mailFile(shown, { contact: 'ben', index: 0, mail: 'first' })).toBeNull();
});
