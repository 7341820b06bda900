import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Level, STAKES, startPlay } from '../../src/engine/index.ts';
import { BASE32_DIGITS } from '../../src/room/base32.ts';
import type { RoomResult } from '../../src/room/result.ts';
import { codesIn, readResultCode, writeResultCode } from '../../src/room/result-code.ts';
import { courseLevel } from '../engine/levels.ts';

const LEVELS = ['cv-to-rivals', 'survey-mailing', 'forum-privacy-reply'].map(courseLevel);
const [cv, survey] = LEVELS as [Level, Level, Level];

const RESULT: RoomResult = {
  level: 'cv-to-rivals',
  participant: '4TRZ',
  placement: { northwind: 'to', southgale: 'bcc' },
  prediction: { said: 'northwind', stake: 2 },
};

/** Any result that a phone can have of one of the levels. */
const anyResult = fc.constantFrom(...LEVELS).chain((level) => {
  const { contacts = [], fields = [] } = startPlay(level).desk ?? {};
  return fc.record({
    level: fc.constant(level),
    result: fc.record({
      level: fc.constant(level.id),
      participant: fc.string({ unit: fc.constantFrom(...BASE32_DIGITS.split('')), minLength: 4, maxLength: 4 }),
      placement: fc
        .tuple(...contacts.map((contact) => fc.constantFrom(...fields).map((field) => [contact, field] as const)))
        .map((placed) => Object.fromEntries(placed.filter(([, field]) => field !== 'none'))),
      prediction: fc.option(fc.record({ said: fc.constantFrom(null, ...contacts), stake: fc.constantFrom(...STAKES) })),
    }),
  });
});

describe('a result code', () => {
  it('gives any result back unchanged', () => {
    fc.assert(
      fc.property(anyResult, ({ level, result }) => {
        expect(readResultCode(LEVELS, writeResultCode(level, result))).toEqual({ ok: true, result });
      }),
    );
  });

  it('has at most sixteen characters for three cards, and twenty for the survey with seven batches', () => {
    const characters = (code: string) => code.replaceAll('-', '').length;
    expect(characters(writeResultCode(cv, { ...RESULT, participant: 'ZZZZ' }))).toBeLessThanOrEqual(16);
    const placement = Object.fromEntries(survey.contacts.map(({ id }) => [id, 'separate' as const]));
    const result = { level: survey.id, participant: 'ZZZZ', placement, prediction: null };
    expect(characters(writeResultCode(survey, result))).toBeLessThanOrEqual(20);
  });

  it('is read however it was typed', () => {
    const code = writeResultCode(cv, RESULT);
    const typed = code.toLowerCase().replaceAll('-', ' – ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(readResultCode(LEVELS, ` ${typed}\n`)).toEqual({ ok: true, result: RESULT });
  });

  it('is nearly always refused with a wrong character, or with two neighbours swapped', () => {
    const characters = writeResultCode(cv, RESULT).replaceAll('-', '').split('');
    const digits = BASE32_DIGITS.split('');
    const wrong = characters.flatMap((right, at) =>
      digits.filter((digit) => digit !== right).map((digit) => characters.with(at, digit).join('')),
    );
    const exchanged = characters.slice(1).flatMap((right, at) => {
      const left = characters[at] ?? '';
      return left === right
        ? []
        : [
            characters
              .with(at, right)
              .with(at + 1, left)
              .join(''),
          ];
    });
    expect(exchanged.filter((code) => readResultCode(LEVELS, code).ok)).toEqual([]);
    const taken = wrong.filter((code) => readResultCode(LEVELS, code).ok);
    expect(taken.length / wrong.length).toBeLessThan(0.01);
  });

  it.each([
    ['', 'nothing'],
    ['not a code!', 'other characters'],
    ['0'.repeat(81), 'more than any code has'],
    ['9'.repeat(100_000), 'a flood'],
  ])('that is %j (%s) is refused as damaged', (code) => {
    expect(readResultCode(LEVELS, code)).toEqual({ ok: false, problem: 'damaged' });
  });

  it('of an unknown level, or of another version of a level, is refused with that reason', () => {
    const code = writeResultCode(cv, RESULT);
    expect(readResultCode([survey], code)).toEqual({ ok: false, problem: 'unknown-level' });
    const [first, ...others] = cv.contacts;
    const changed = { ...cv, contacts: [{ ...first!, needs: 'act' as const, mustBeSeen: true }, ...others] };
    expect(readResultCode([changed], code)).toEqual({ ok: false, problem: 'unknown-level' });
  });

  it('never makes the reader throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(() => readResultCode(LEVELS, text)).not.toThrow();
      }),
    );
  });
});

it('many codes are found in one text, separated by lines, commas or spaces', () => {
  const code = writeResultCode(cv, RESULT);
  expect(codesIn(LEVELS, `${code}\n ${code}, ${code};x ${code}`)).toEqual([code, code, code, code]);
  const spaced = code.replaceAll('-', ' ');
  expect(codesIn(LEVELS, `${spaced}\n${code} ${code}`)).toEqual([spaced, code, code]);
});
