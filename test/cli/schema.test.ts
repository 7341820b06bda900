import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generated, SCHEMAS } from '../../src/cli/schema.ts';
import type { JsonSchema } from '../../src/engine/level/json-schema.ts';
import { levelSchema } from '../../src/engine/level/level.ts';
import { setLanguage } from '../../src/i18n/index.ts';
import { anyLevel } from '../engine/arbitrary.ts';
import { mutated } from '../levels/mutate.ts';

const ajv = new Ajv2020({ allErrors: false, strict: true, allowUnionTypes: true });
const validators = new Map(Object.entries(SCHEMAS).map(([name, schema]) => [name, ajv.compile(schema())]));
const isValid = (name: string, value: unknown) => validators.get(name)?.(value);

// Another test in the same process may have changed the language.
await setLanguage('en');

describe('the schemas for editors', () => {
  test.each([...generated()])('%s matches the formats: if not, run `npm run schema`', (file, text) => {
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test.each(Object.keys(SCHEMAS))('%s explains every field, and gives an example of it', (name) => {
    const unexplained: string[] = [];
    const look = (schema: JsonSchema, path: string) => {
      for (const [field, value] of Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>)) {
        const group = 'properties' in value || 'properties' in ((value['items'] as JsonSchema | undefined) ?? {});
        const choice = (value['anyOf'] as JsonSchema[] | undefined)?.some((option) => 'properties' in option);
        const id = field === 'id' && 'pattern' in value;
        if (typeof value['description'] !== 'string' || value['description'].length < 10)
          unexplained.push(`${path}.${field}`);
        if (!group && !choice && !id && !Array.isArray(value['examples']))
          unexplained.push(`${path}.${field}: example`);
        look(value, `${path}.${field}`);
        for (const part of [value['items'], ...((value['anyOf'] as unknown[] | undefined) ?? [])])
          if (part) look(part as JsonSchema, `${path}.${field}`);
      }
    };
    look(SCHEMAS[name]!(), name);
    expect(unexplained).toEqual([]);
  });

  test('accept every file of the course', () => {
    for (const file of readdirSync('levels').filter((name) => name.endsWith('.json') && !name.includes('.schema.'))) {
      const kind = file === 'course.json' ? 'course' : /\.[a-z]{2}\.json$/.test(file) ? 'translation' : 'level';
      expect([file, isValid(`${kind}.schema.json`, JSON.parse(readFileSync(`levels/${file}`, 'utf8')))]).toEqual([
        file,
        true,
      ]);
    }
  });

  test('accept every level that the format accepts', () => {
    fc.assert(
      fc.property(anyLevel, (level) => {
        expect(levelSchema.safeParse(level).success).toBe(true);
        expect(isValid('level.schema.json', level)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('accept and refuse what the format accepts and refuses', () => {
    let refused = 0;
    fc.assert(
      fc.property(mutated, (value) => {
        const { success } = levelSchema.safeParse(value);
        if (!success) refused += 1;
        expect(isValid('level.schema.json', value)).toBe(success);
      }),
      { numRuns: 1000 },
    );
    expect(refused).toBeGreaterThan(500);
  });
});
