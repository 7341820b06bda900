import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { courseSchema, jsonSchemaOf, levelSchema, translationSchema, type JsonSchema } from '../engine/index.ts';
import { writeText } from './files.ts';
import { reference } from './reference.ts';

export const SCHEMAS: Readonly<Record<string, () => JsonSchema>> = {
  'level.schema.json': () => jsonSchemaOf(levelSchema, 'Blind Copy: level'),
  'course.schema.json': () => jsonSchemaOf(courseSchema, 'Blind Copy: course'),
  'translation.schema.json': () => jsonSchemaOf(translationSchema, 'Blind Copy: texts of a level in one more language'),
};

export const GUIDE = 'docs/write-a-level.md';

/** Every file that is generated from the one definition of the formats, by its path. */
export function generated(): Map<string, string> {
  const files = new Map(
    Object.entries(SCHEMAS).map(([name, schema]) => [join('levels', name), `${JSON.stringify(schema(), null, 2)}\n`]),
  );
  return files.set(GUIDE, withReference(readFileSync(GUIDE, 'utf8')));
}

const START = '<!-- reference: written by `npm run schema`; change the descriptions in src/engine instead -->';
const END = '<!-- end of the reference -->';

function withReference(guide: string): string {
  const [before = '', rest = ''] = guide.split(START);
  const [, after = ''] = rest.split(END);
  const tables = reference(
    Object.values(SCHEMAS)
      .slice(0, 2)
      .map((schema) => schema()),
  );
  return `${before}${START}\n\n${tables}\n\n${END}${after}`;
}

/** Writes the generated files; returns their names. */
export function writeGenerated(): string[] {
  const files = generated();
  for (const [file, text] of files) writeText(file, text);
  return [...files.keys()];
}
