import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { decode, MAX_BYTES, translationFile, type Problem, type TranslationFile } from '../levels/index.ts';
import { fileProblem } from '../levels/problem.ts';

export type FileText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: Problem };

/** The text of a file; one that is missing, too large or no UTF-8 comes as a problem. */
export function readText(file: string): FileText {
  const size = statSync(file, { throwIfNoEntry: false });
  if (!size?.isFile()) return { ok: false, problem: fileProblem(file, 'not-found') };
  // Not even into memory.
  if (size.size > MAX_BYTES) return { ok: false, problem: fileProblem(file, 'too-large', { most: '1 MiB' }) };
  return decode(readFileSync(file), file);
}

/** The files beside a level that say it in other languages: those that it names, and those that are there unnamed. */
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

/** Languages for which there is a file beside a level file. */
function languagesBeside(file: string): string[] {
  const stem = basename(file, '.json');
  return readdirSync(dirname(file))
    .toSorted()
    .flatMap((name) => {
      const [, language] = /^\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\.json$/.exec(name.slice(stem.length)) ?? [];
      return name.startsWith(stem) && language !== undefined ? [language] : [];
    });
}
