import type * as z from 'zod/mini';
import type { Json, Path } from './json.ts';
import { hintFor, nearest } from './nearest.ts';
import { MOST_PROBLEMS, PATTERN_CODES, type Hint, type Problem, type ProblemCode } from './problem.ts';
import { exampleAt, namesAt, placesOf } from './schema-walk.ts';

type Issue = z.core.$ZodIssue;

/** The problem code for each type that a value should have. */
const KINDS: Readonly<Record<string, ProblemCode>> = {
  string: 'expected-text',
  number: 'expected-number',
  int: 'expected-whole-number',
  array: 'expected-list',
  object: 'expected-group',
  record: 'expected-group',
  boolean: 'expected-true-or-false',
};

/** Turns the schema's issues with a value into problems. */
export function schemaProblems(schema: z.ZodMiniType, json: Json, issues: readonly Issue[]): Problem[] {
  return issues.flatMap((issue) => issueProblems({ schema, json }, issue, namesOf(issue.path)));
}

interface Reading {
  readonly schema: z.ZodMiniType;
  readonly json: Json;
}

const namesOf = (path: readonly PropertyKey[]): Path =>
  path.map((part) => (typeof part === 'symbol' ? String(part) : part));

/** The name of the field or, for a list item, of the list. */
function lastName(path: Path): string {
  return path.findLast((part) => typeof part === 'string') ?? '';
}

function issueProblems(reading: Reading, issue: Issue, path: Path): Problem[] {
  const { json } = reading;
  const name = lastName(path);
  const at = (code: ProblemCode, params: Readonly<Record<string, string>> = {}, hint: Hint | null = null) => [
    json.problemAt(path, { code, params: { name, ...params }, hint }),
  ];
  if (!json.has(path)) return missing(reading, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      // Locating very many of them would take minutes.
      return issue.keys.slice(0, MOST_PROBLEMS + 1).map((key) =>
        json.problemAtName([...path, key], {
          code: 'unknown-field',
          params: { name: key },
          hint: placeHint(reading.schema, key) ?? hintFor(key, namesAt(reading.schema, path)),
        }),
      );
    case 'invalid_type':
      return at(path.length === 0 ? 'not-a-level' : (KINDS[issue.expected] ?? 'wrong-value'));
    case 'invalid_value':
      return notOneOf(reading, issue, path);
    case 'too_small':
      if (issue.origin === 'string') return at('too-short', least(issue));
      return at(issue.origin === 'array' ? 'too-few' : 'too-small', least(issue));
    case 'too_big':
      if (issue.origin === 'string') return at('too-long', { ...most(issue), length: lengthAt(json, path) });
      return at(issue.origin === 'array' ? 'too-many' : 'too-big', most(issue));
    case 'invalid_format':
      if (issue.message === 'no-text') return at('no-text');
      return at(patternCode(issue.message), {}, example(reading, path));
    case 'custom':
      return at(issue.message === 'no-text' ? 'no-text' : 'wrong-value');
    case 'invalid_union':
      return unionProblems(reading, issue, path);
    case 'invalid_key':
      return [json.problemAtName(path, { code: patternCode(issue.issues[0]?.message), params: { name } })];
    case 'invalid_element':
    case 'not_multiple_of':
      return at('wrong-value');
  }
}

/** A field name with more places than this gives no clue to where it was meant to be. */
const MOST_PLACES = 3;

/** Says where a misplaced field belongs; null for a name that the format does not have. */
function placeHint(schema: z.ZodMiniType, name: string): Hint | null {
  const places = placesOf(schema, name);
  const inside = places.filter((place) => place !== '');
  if (places.length === 0 || places.length > MOST_PLACES) return null;
  return inside.length === 0
    ? { code: 'belongs-on-top', params: { name } }
    : { code: 'belongs-in', params: { name, places: inside.join(', ') } };
}

const least = ({ minimum }: { readonly minimum: number | bigint }) => ({ least: String(minimum) });
const most = ({ maximum }: { readonly maximum: number | bigint }) => ({ most: String(maximum) });

function lengthAt(json: Json, path: Path): string {
  const value = json.valueAt(path);
  return String(typeof value === 'string' ? value.length : 0);
}

function missing({ json }: Reading, path: Path): Problem[] {
  return [
    json.problemAt(path.slice(0, -1), { code: 'missing-field', params: { name: String(path.at(-1) ?? '') }, text: '' }),
  ];
}

function patternCode(message: string | undefined): ProblemCode {
  return PATTERN_CODES.find((code) => code === message) ?? 'wrong-value';
}

function example({ schema }: Reading, path: Path): Hint | null {
  const found = exampleAt(schema, path);
  return found === null ? null : { code: 'for-example', params: { example: found } };
}

function notOneOf({ json }: Reading, issue: z.core.$ZodIssueInvalidValue, path: Path): Problem[] {
  const value = json.valueAt(path);
  const options = issue.values.map(String);
  const name = typeof value === 'string' ? nearest(value, options) : null;
  if (path.length === 1 && path[0] === 'format') {
    return [json.problemAt(path, { code: 'unknown-format', params: { known: options.join(', ') } })];
  }
  return [
    json.problemAt(path, {
      code: 'not-one-of',
      params: { name: lastName(path), options: options.join(', ') },
      hint: name === null ? null : { code: 'did-you-mean', params: { name } },
    }),
  ];
}

/** Takes the problems from the shape that the value fits best. */
function unionProblems(reading: Reading, issue: z.core.$ZodIssueInvalidUnion, path: Path): Problem[] {
  const { json } = reading;
  const value = json.valueAt(path);
  const plausible = issue.errors.filter((errors) => !errors.some((error) => isOfWrongKind(error)));
  if (plausible.length === 0) {
    const text = issue.errors.some(([error]) => error?.code === 'invalid_type' && error.expected === 'string');
    return [
      json.problemAt(path, { code: text ? 'expected-texts' : 'expected-group', params: { name: lastName(path) } }),
    ];
  }
  const names = typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
  const [fitting] = plausible
    .filter((errors) => plausible.length === 1 || unknownNames(errors) < names)
    .toSorted((a, b) => unknownNames(a) - unknownNames(b) || a.length - b.length);
  if (!fitting) return [json.problemAt(path, { code: 'wrong-shape', params: { name: lastName(path) } })];
  return fitting.flatMap((error) => issueProblems(reading, error, [...path, ...namesOf(error.path)]));
}

/** True when the value as a whole has another type than this shape; a record that is an object has not. */
function isOfWrongKind(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.path.length === 0;
}

function unknownNames(errors: readonly Issue[]): number {
  return errors.reduce((sum, error) => sum + (error.code === 'unrecognized_keys' ? error.keys.length : 0), 0);
}
