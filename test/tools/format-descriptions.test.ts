import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withoutDescriptions } from '../../tools/format-descriptions.mjs';

test('the build leaves out the descriptions of the format, and nothing else of it', () => {
  const code = [
    "title: text('The title of the level.', 60, 'One CV'),",
    "id: id(`The name, but not ${names.join(', ')}.`, 'cv'),",
    "kind: described(z.enum(KINDS), 'person or office.', 'office'),",
    "logo: fileBelow(['svg'], 'A picture.', 'logo.svg'),",
    "other: elsewhere('Kept.'), passed: text(description, 60),",
  ];
  expect(withoutDescriptions(`const format = { ${code.join('\n')} };`)).toBe(
    `const format = { ${[
      "title: text('', 60, 'One CV'),",
      "id: id('', 'cv'),",
      "kind: described(z.enum(KINDS), '', 'office'),",
      "logo: fileBelow(['svg'], '', 'logo.svg'),",
      "other: elsewhere('Kept.'), passed: text(description, 60),",
    ].join('\n')} };`,
  );
});

/** Every description of a format, as its schema has it. */
function descriptionsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'description' in value && typeof value.description === 'string' ? [value.description] : [];
  return [...own, ...Object.values(value).flatMap((part) => descriptionsIn(part))];
}

test('no sentence of the schemas is left in the modules that the page loads', () => {
  const schemas = ['level', 'course'].map((name) => readFileSync(`levels/${name}.schema.json`, 'utf8'));
  const sentences = schemas.flatMap((schema) => descriptionsIn(JSON.parse(schema))).filter(({ length }) => length > 30);
  const modules = readdirSync('src/engine/level').filter((name) => name.endsWith('.ts'));
  const page = modules.map((name) => withoutDescriptions(readFileSync(`src/engine/level/${name}`, 'utf8'))).join('\n');
  expect(sentences.length).toBeGreaterThan(80);
  expect(sentences.filter((sentence) => page.includes(sentence))).toEqual([]);
});
