import { decode } from './decode.ts';
import { MAX_BYTES } from './too-large.ts';
import { fileProblem, type Problem } from './problem.ts';
import { comparedName, translatedFile } from './translation-names.ts';

/** A file that someone dropped on the page or chose; the browser's `File` is one. */
export interface LooseFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly folder: boolean;
  bytes(): Promise<Uint8Array>;
}

/** The loose files that could be read, and the problems of the others. */
export interface LooseTexts {
  /** By file name, normalised for comparison. */
  readonly texts: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** Reads loose files as text. Refuses anything that is not a JSON file of a level's size, without reading it. */
export async function readLooseFiles(files: readonly LooseFile[]): Promise<LooseTexts> {
  const texts = new Map<string, string>();
  const problems: Problem[] = [];
  for (const file of files) {
    const name = comparedName(file.name);
    const read = await readLooseFile(file, name);
    if (typeof read === 'string') texts.set(name, read);
    else problems.push(read);
  }
  return { texts, problems };
}

async function readLooseFile(file: LooseFile, name: string): Promise<string | Problem> {
  if (file.folder) return fileProblem(name, 'a-folder');
  if (!name.endsWith('.json')) return fileProblem(name, 'not-a-json-file');
  if (file.size > MAX_BYTES) return fileProblem(name, 'too-large', { most: '1 MiB' });
  try {
    const decoded = decode(await file.bytes(), name);
    return decoded.ok ? decoded.text : decoded.problem;
  } catch {
    // The file was removed after it was chosen, or may not be read.
    return fileProblem(name, 'unreadable');
  }
}

/** The problem of a level that a course names, but that was not dropped with it. */
export function notAmongFiles(name: string): Problem {
  return fileProblem(name, 'not-among-files');
}

/** The problem of a translation that was dropped without its level; null for any other file. */
export function strayTranslation(name: string, text: string): Problem | null {
  const translated = translatedFile(name);
  // A level's name can look like that of a translation. But a level has people, and a translation only renames them.
  if (!translated || /"(?:address|sensitivity|needs)"\s*:/.test(text)) return null;
  return fileProblem(name, 'translation-alone', { level: translated.level });
}

/** Recognises a course by its content, or, if it is broken, by its name. */
export function isCourse(name: string, text: string): boolean {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return name.toLowerCase() === 'course.json';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return (Object.hasOwn(value, 'levels') || Object.hasOwn(value, 'chapters')) && !Object.hasOwn(value, 'mails');
}
