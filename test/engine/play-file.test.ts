import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELDS } from '../../src/engine/level/level.ts';
import { replayLog, type Command } from '../../src/engine/play/play.ts';
import { factsOf, looksLikePlay, openPlayFile, readPlayFile, writePlayFile } from '../../src/engine/play/play-file.ts';
import { courseLevel } from './levels.ts';

const level = courseLevel('cv-to-rivals');
const LOG: readonly Command[] = [
  { type: 'place', contacts: ['northwind'], field: 'to' },
  { type: 'place', contacts: ['southgale'], field: 'bcc' },
  { type: 'send' },
];

const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    type: fc.constant('place' as const),
    contacts: fc.subarray(level.contacts.map(({ id }) => id)),
    field: fc.constantFrom(...FIELDS),
  }),
  fc
    .constantFrom('undo' as const, 'redo' as const, 'send' as const, 'skip' as const, 'unsend' as const)
    .map((type): Command => ({ type })),
);

function opened(text: string, at = level) {
  const read = readPlayFile(text);
  return read.ok ? openPlayFile(at, read.file) : read;
}

describe('a play file', () => {
  test('opens again as the same play, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 30 }), (commands) => {
        const play = replayLog(level, commands);
        const text = writePlayFile(level, play.log);
        expect(looksLikePlay(text)).toBe(true);
        expect(opened(text)).toEqual(play.beforeSend ? { ok: true, play } : { ok: false, problem: 'nothing-sent' });
      }),
    );
  });

  test('holds the level, its facts and the log, and nothing else', () => {
    expect(JSON.parse(writePlayFile(level, LOG))).toEqual({
      kind: 'blind-copy-play',
      version: 1,
      level: 'cv-to-rivals',
      facts: factsOf(level),
      log: LOG,
    });
  });

  test('is refused for a level with other facts, and not for one with other words or another order of names', () => {
    const text = writePlayFile(level, LOG);
    const translated = { ...structuredClone(level), title: 'Anders', briefing: { fr: 'Vous …' } };
    const turned = Object.fromEntries(Object.entries(translated).toReversed()) as typeof level;
    expect(opened(text, turned)).toMatchObject({ ok: true });
    const milder = { ...level, mails: level.mails.map((mail) => ({ ...mail, sensitivity: 0 })) };
    expect(opened(text, milder)).toEqual({ ok: false, problem: 'other-version' });
    expect(opened(text, courseLevel('survey-mailing'))).toEqual({ ok: false, problem: 'other-version' });
  });

  test('of a later game is refused as such', () => {
    const later = JSON.stringify({ kind: 'blind-copy-play', version: 2, anything: true });
    expect(readPlayFile(later)).toEqual({ ok: false, problem: 'newer' });
  });

  test('that is broken or hostile is refused in plain terms', () => {
    const whole = JSON.parse(writePlayFile(level, LOG)) as Record<string, unknown>;
    const place = (contacts: readonly unknown[], field: unknown) => [
      { type: 'place', contacts, field },
      { type: 'send' },
    ];
    const bad: readonly [unknown, string][] = [
      ['', 'not-a-play'],
      ['{"kind":', 'not-a-play'],
      [[], 'not-a-play'],
      [{ ...whole, kind: 'level' }, 'not-a-play'],
      ['x'.repeat(1_000_001), 'not-a-play'],
      [{ ...whole, level: '../../secret' }, 'damaged'],
      [{ ...whole, facts: '<script>' }, 'damaged'],
      [{ ...whole, log: place(['northwind'], 'everybody') }, 'damaged'],
      [{ ...whole, log: place(['__proto__'], 'to') }, 'damaged'],
      [{ ...whole, log: place(['nobody'], 'to') }, 'damaged'],
      [{ ...whole, log: [{ type: 'eval' }] }, 'damaged'],
      [{ ...whole, log: Array.from({ length: 5001 }, () => ({ type: 'undo' })) }, 'damaged'],
    ];
    for (const [data, problem] of bad) {
      expect(opened(typeof data === 'string' ? data : JSON.stringify(data))).toEqual({ ok: false, problem });
    }
  });

  test('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc
            .jsonValue()
            .map((log) =>
              JSON.stringify({ kind: 'blind-copy-play', version: 1, level: level.id, facts: factsOf(level), log }),
            ),
        ),
        (text) => {
          expect(opened(text).ok).toBe(false);
        },
      ),
    );
  });
});
