import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELDS } from '../../../src/engine/level/level.ts';
import { SCORING } from '../../../src/engine/level/scoring-version.ts';
import { replayLog, type Command } from '../../../src/engine/play/play.ts';
import {
  factsOf,
  looksLikePlay,
  openPlayFile,
  readPlayFile,
  writePlayFile,
} from '../../../src/engine/play/play-file.ts';
import { courseLevel } from '../levels.ts';

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
  test('opens as the same play, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 30 }), (commands) => {
        const play = replayLog(level, commands);
        const text = writePlayFile(level, play.log);
        expect(looksLikePlay(text)).toBe(true);
        expect(opened(text)).toEqual(
          play.beforeSend ? { ok: true, play, rescored: false } : { ok: false, problem: 'nothing-sent' },
        );
      }),
    );
  });

  test('of a composed level carries the level, and opens with it', () => {
    const read = readPlayFile(writePlayFile(level, LOG, true));
    expect(read).toMatchObject({ ok: true, file: { situation: level } });
    expect(read.ok && openPlayFile(level, read.file)).toMatchObject({ ok: true, rescored: false });
    expect(readPlayFile(writePlayFile(level, LOG))).not.toHaveProperty('file.situation');
  });

  test('holds the level, its facts, the scoring version and the log, and nothing else', () => {
    expect(JSON.parse(writePlayFile(level, LOG))).toEqual({
      kind: 'blind-copy-play',
      version: 1,
      level: 'cv-to-rivals',
      facts: factsOf(level),
      scoring: SCORING,
      log: LOG,
    });
  });

  test('opens unchanged for a level with other words or another order of names', () => {
    const text = writePlayFile(level, LOG);
    const translated = { ...structuredClone(level), title: 'Anders', briefing: { fr: 'Vous …' } };
    const turned = Object.fromEntries(Object.entries(translated).toReversed()) as typeof level;
    expect(opened(text, turned)).toMatchObject({ ok: true, rescored: false });
  });

  test('is scored again when the facts or the scoring have changed since', () => {
    const text = writePlayFile(level, LOG);
    const milder = { ...level, mails: level.mails.map((mail) => ({ ...mail, sensitivity: 0 })) };
    const again = opened(text, milder);
    expect(again).toEqual({ ok: true, play: replayLog(milder, LOG), rescored: true });
    const { scoring: _, ...earlier } = JSON.parse(text) as Record<string, unknown>;
    expect(opened(JSON.stringify(earlier))).toMatchObject({ ok: true, rescored: true });
  });

  test('is refused for another level, or when one of its commands is no longer valid', () => {
    const text = writePlayFile(level, LOG);
    expect(opened(text, courseLevel('survey-mailing'))).toEqual({ ok: false, problem: 'other-version' });
    const open = { ...level, mails: level.mails.map((mail) => ({ ...mail, fields: ['to' as const] })) };
    expect(opened(text, open)).toEqual({ ok: false, problem: 'other-version' });
  });

  test.each(['cv-to-rivals', 'survey-mailing', 'forum-privacy-reply'])(
    'of the first version of the game opens, and says that it was scored again: %s',
    (id) => {
      const text = readFileSync(new URL(`play-files/${id}.play.json`, import.meta.url), 'utf8');
      const found = opened(text, courseLevel(id));
      expect(found).toMatchObject({ ok: true, rescored: true });
      expect('play' in found && found.play.outcome.breach).toBe(true);
    },
  );

  test('of a later game is refused as such', () => {
    const later = JSON.stringify({ kind: 'blind-copy-play', version: 2, anything: true });
    expect(readPlayFile(later)).toEqual({ ok: false, problem: 'newer' });
  });

  test('that is broken or hostile is refused in plain words', () => {
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
