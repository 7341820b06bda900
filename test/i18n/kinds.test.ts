import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FIELDS, LESSON_RULES } from '../../src/engine/index.ts';
import { NAIVE_HABITS } from '../../src/engine/analysis/habits.ts';
import { DEDUCTION_KINDS } from '../../src/engine/rules/deduction.ts';
import { BEAT_KINDS } from '../../src/engine/story/beat.ts';
import { FACTS } from '../../src/engine/story/findings.ts';
import { PRECEDENTS } from '../../src/engine/story/precedents.ts';
import { LANGUAGES } from '../../src/i18n/index.ts';
import { valuesByKey } from '../../tools/text-types.mjs';

/** Every kind that the game puts into words, with the keys of its texts. Variants have theirs below its key. */
const KINDS: Readonly<Record<string, { readonly of: readonly string[]; readonly keys: (kind: string) => string[] }>> = {
  beat: {
    of: BEAT_KINDS.filter((kind) => kind !== 'authored'),
    keys: (kind) => [`beat.${kind}`, `cause.beat.${kind}`],
  },
  deduction: { of: DEDUCTION_KINDS, keys: (kind) => [`deduction.${kind}.title`, `deduction.${kind}.text`] },
  field: { of: FIELDS, keys: (kind) => [`field.${kind}`, `field.${kind}-why`, `cause.placed.${kind}`] },
  fact: { of: FACTS, keys: (kind) => [`cause.fact.${kind}`] },
  precedent: { of: PRECEDENTS.map(({ id }) => id), keys: (kind) => [`precedent.${kind}`] },
  'lesson rule': { of: LESSON_RULES, keys: (kind) => [`rule.${kind}.name`, `rule.${kind}.text`] },
  habit: { of: NAIVE_HABITS, keys: (kind) => [`habit.${kind}`] },
};

const CASES = Object.entries(KINDS).flatMap(([name, { of, keys }]) =>
  LANGUAGES.map(({ tag }) => ({ name, tag, keys: of.flatMap(keys) })),
);

describe('every kind has its text', () => {
  test.each(CASES)('$name in $tag', ({ tag, keys }) => {
    const file = new URL(`../../src/i18n/${tag}.json`, import.meta.url);
    const known = [...valuesByKey(JSON.parse(readFileSync(file, 'utf8')) as object).keys()];
    const lacking = keys.filter((key) => !known.some((has) => has === key || has.startsWith(`${key}.`)));
    expect(keys).not.toEqual([]);
    expect(lacking).toEqual([]);
  });
});
