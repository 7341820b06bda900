import type * as z from 'zod/mini';
import type { Json, Path } from './json.ts';
import type { Problem } from './problem.ts';

type Issue = z.core.$ZodIssue;

/** Says in our words what a value that does not fit the format has wrong. */
export function schemaProblems(json: Json, issues: readonly Issue[], base: Path = []): Problem[] {
  return issues.flatMap((issue) =>
    issueProblems(json, issue, [
      ...base,
      ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part)),
    ]),
  );
}

function lastName(path: Path): string {
  return path.findLast((part) => typeof part === 'string') ?? '';
}

function issueProblems(json: Json, issue: Issue, path: Path): Problem[] {
  const name = lastName(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => json.problemAtName([...path, key], 'unknown-field', { name: key }));
    case 'invalid_type':
      return issue.input === undefined && !json.has(path)
        ? [json.problemAt(path.slice(0, -1), 'missing-field', { name: String(path.at(-1)) })]
        : [json.problemAt(path, 'wrong-type', { name, expected: issue.expected })];
    case 'invalid_value':
      return !json.has(path)
        ? [json.problemAt(path.slice(0, -1), 'missing-field', { name: String(path.at(-1)) })]
        : [json.problemAt(path, 'not-one-of', { name, options: issue.values.map(String).join(', ') })];
    case 'too_small':
      return [
        json.problemAt(path, isText(issue.origin) ? 'too-short' : 'too-small', { name, least: String(issue.minimum) }),
      ];
    case 'too_big':
      return [
        json.problemAt(path, isText(issue.origin) ? 'too-long' : 'too-big', { name, most: String(issue.maximum) }),
      ];
    case 'invalid_format':
      return [json.problemAt(path, `wrong-pattern`, { name })];
    case 'invalid_union':
      return unionProblems(json, issue, path, name);
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.flatMap((inner) => issueProblems(json, inner, path));
    default:
      return [json.problemAt(path, 'wrong-value', { name })];
  }
}

/** Of the shapes that a value may have, the one that it fits best says what is wrong. */
function unionProblems(
  json: Json,
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
  name: string,
): Problem[] {
  if (!json.has(path)) return [json.problemAt(path.slice(0, -1), 'missing-field', { name: String(path.at(-1)) })];
  const plausible = issue.errors.filter(
    (errors) => !errors.some((error) => error.code === 'invalid_type' && error.path.length === 0),
  );
  const [nearest] = plausible.toSorted((a, b) => a.length - b.length);
  return nearest ? schemaProblems(json, nearest, path) : [json.problemAt(path, 'wrong-shape', { name })];
}

function isText(origin: string): boolean {
  return origin === 'string' || origin === 'array';
}
