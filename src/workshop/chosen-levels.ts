import { isCourse, strayTranslation } from '../levels/loose-files.ts';
import type { Problem } from '../levels/problem.ts';
import { translatedFile } from '../levels/translation-names.ts';
import type { TranslationFile } from '../levels/translations.ts';
import { checkDraft } from './draft.ts';
import { levelOf, type LevelFiles } from './level-files.ts';

/** What is among files that an author has chosen. */
export interface ChosenLevels {
  /** Each with the translations that were chosen with it. */
  readonly levels: readonly LevelFiles[];
  /** Why other files are no levels. */
  readonly problems: readonly Problem[];
  /** True when a course is among them, which says nothing about its levels. */
  readonly hasCourse: boolean;
}

/** @param texts by file name, as `readLooseFiles` returns them */
export function chosenLevels(texts: ReadonlyMap<string, string>): ChosenLevels {
  const [levels, problems]: [LevelFiles[], Problem[]] = [[], []];
  let hasCourse = false;
  for (const [file, text] of texts) {
    if (isCourse(file, text)) hasCourse = true;
    else if (!texts.has(translatedFile(file)?.level ?? '')) {
      const level = { file, text, translations: translationsOf(file, texts) };
      const problem = strayTranslation(file, text) ?? whyEmpty(level);
      if (problem) problems.push(problem);
      else levels.push(level);
    }
  }
  return { levels, problems, hasCourse };
}

/** A file without anything of a level would open as an empty one. */
function whyEmpty(level: LevelFiles): Problem | null {
  if (Object.keys(levelOf(level)).length > 0) return null;
  return checkDraft(level, [], () => []).problems[0] ?? null;
}

function translationsOf(level: string, texts: ReadonlyMap<string, string>): TranslationFile[] {
  return [...texts].flatMap(([file, text]) => {
    const translated = translatedFile(file);
    return translated?.level === level ? [{ language: translated.language, file, text }] : [];
  });
}
