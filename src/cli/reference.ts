import type { JsonSchema } from '../engine/index.ts';
import { word } from './words.ts';

/** Writes the reference of the formats for people, from the schemas. */
export function reference(schemas: readonly JsonSchema[]): string {
  return schemas.flatMap((schema) => sections(schema, '', wordIn(schema['title']))).join('\n\n');
}

/** Writes a section for a group of fields, and one for each group below it. */
function sections(schema: JsonSchema, path: string, heading: string): string[] {
  const groups = groupsOf(schema);
  const lines = groups.map((group) =>
    Object.entries(fieldsOf(group))
      .map(([name, field]) => line(name, field, isNeeded(group, name)))
      .join('\n'),
  );
  const level = path === '' ? '###' : '####';
  const below = groups.flatMap((group) =>
    Object.entries(fieldsOf(group)).flatMap(([name, field]) => {
      const inner = innerOf(field);
      const place = path === '' ? name : `${path}.${name}`;
      return groupsOf(inner).length > 0 && !isTexts(field) ? sections(inner, place, `\`${place}\``) : [];
    }),
  );
  return [`${level} ${heading}`, lines.join(`\n\n${word('ref-or')}\n\n`), ...below];
}

/** Describes a field on one line: its name, whether it is required, what it says and how it is written. */
function line(name: string, field: JsonSchema, needed: boolean): string {
  const [example] = Array.isArray(field['examples']) ? (field['examples'] as unknown[]) : [];
  return [
    `- \`${name}\`${needed ? ` (${word('ref-needed')})` : ''}:`,
    plain(wordIn(field['description'])),
    kindOf(field),
    example === undefined ? '' : word('ref-example', { example: `\`${JSON.stringify(example)}\`` }),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Reads a text or a number of a schema. */
const wordIn = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

const plain = (text: string) => text.replaceAll(/[*_<]/g, String.raw`\$&`);

function kindOf(field: JsonSchema): string {
  const [first] = options(field);
  if (isTexts(field)) return word('ref-text', { most: wordIn(first?.['maxLength']) });
  if (Array.isArray(field['enum'])) {
    return word('ref-one-of', { options: field['enum'].map((option) => `\`${String(option)}\``).join(', ') });
  }
  if (field['type'] === 'integer') {
    return word('ref-number', { least: wordIn(field['minimum']), most: wordIn(field['maximum']) });
  }
  if (field['type'] === 'boolean') return word('ref-boolean');
  return '';
}

const isTexts = (field: JsonSchema): boolean =>
  options(field).length > 0 &&
  options(field).every((option) => option['type'] === 'string' || 'propertyNames' in option);

/** Returns the schema of a list's items, or the field's own. */
function innerOf(field: JsonSchema): JsonSchema {
  return isSchema(field['items']) ? field['items'] : field;
}

/** Returns the groups of fields that a value can be: one, or one of several. */
function groupsOf(schema: JsonSchema): JsonSchema[] {
  if (isSchema(schema['properties'])) return [schema];
  return options(schema).filter((option) => isSchema(option['properties']));
}

function options(schema: JsonSchema): JsonSchema[] {
  return Array.isArray(schema['anyOf']) ? schema['anyOf'].filter(isSchema) : [];
}

function fieldsOf(group: JsonSchema): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    Object.entries(isSchema(group['properties']) ? group['properties'] : {}).flatMap(([name, field]) =>
      isSchema(field) ? [[name, field]] : [],
    ),
  );
}

const isNeeded = (group: JsonSchema, name: string): boolean =>
  Array.isArray(group['required']) && group['required'].includes(name);

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;
