import { readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import {
  decode,
  levelNameOf,
  MAX_BYTES,
  translatedFile,
  translationFile,
  type Problem,
  type TranslationFile,
} from '../levels/index.ts';
import { fileProblem } from '../levels/problem.ts';
import { isSystemError } from './system-errors.ts';

export type FileText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: Problem };

/** Reads a file; one that is missing, too large, not UTF-8 or not readable gives a problem. */
export function readText(file: string): FileText {
  try {
    return readFile(file);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { ok: false, problem: fileProblem(file, 'unreadable', { system: error.code }) };
  }
}

function readFile(file: string): FileText {
  const size = statSync(file, { throwIfNoEntry: false });
  if (!size) return { ok: false, problem: fileProblem(file, 'not-found') };
  if (size.isDirectory()) return { ok: false, problem: fileProblem(file, 'unreadable', { system: 'EISDIR' }) };
  // Too large even to read into memory.
  if (size.size > MAX_BYTES) return { ok: false, problem: fileProblem(file, 'too-large', { most: '1 MiB' }) };
  return decode(readFileSync(file), file);
}

/**
 * Writes a file completely or not at all, so that a full disk leaves the old file intact.
 * @throws the system's error, with the path of this file
 */
export function writeText(file: string, text: string): void {
  writeWhole(file, text);
}

/**
 * Writes a file of bytes in the same way.
 * @throws the system's error, with the path of this file
 */
export function writeBytes(file: string, bytes: Uint8Array): void {
  writeWhole(file, bytes);
}

function writeWhole(file: string, text: string | Uint8Array): void {
  const draft = `${file}.${String(process.pid)}.tmp`;
  try {
    const before = statSync(file, { throwIfNoEntry: false });
    if (before?.isDirectory()) throw systemError('EISDIR');
    writeFileSync(draft, text, { flag: 'wx', mode: before?.mode ?? 0o666 });
    renameSync(draft, before ? realpathSync(file) : file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw isSystemError(error) ? Object.assign(error, { path: file }) : error;
  }
}

const systemError = (code: string) => Object.assign(new Error(code), { code, syscall: 'open' });

/** Returns the translation files of a level: those that it names, and those beside it that it does not. */
export function translationsBeside(
  file: string,
  named: readonly string[],
): { readonly files: readonly TranslationFile[]; readonly problems: readonly Problem[] } {
  const files: TranslationFile[] = [];
  const problems: Problem[] = [];
  for (const language of named) {
    const beside = translationFile(file, language);
    const read = readText(beside);
    if (read.ok) files.push({ language, file: beside, text: read.text });
    else problems.push(read.problem);
  }
  for (const language of languagesBeside(file)) {
    if (!named.includes(language))
      problems.push(fileProblem(translationFile(file, language), 'not-named', { language }));
  }
  return { files, problems };
}

/** Returns the languages that have a translation file beside a level file. */
function languagesBeside(file: string): string[] {
  const stem = basename(file).replace(/\.json$/i, '');
  return readdirSync(dirname(file))
    .toSorted()
    .flatMap((name) => {
      const translated = translatedFile(name);
      return translated && levelNameOf(translated.level) === stem ? [translated.language] : [];
    });
}
