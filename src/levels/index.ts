export type { Brand, Certificate, Chapter, Course } from '../engine/course.ts';
export { decode, MAX_BYTES, type Decoded } from './decode.ts';
export { loadCourse, loadLevel, loadTranslation } from './fetch.ts';
export { isPlayable, type Hint, type Problem, type ProblemCode, type Severity } from './problem.ts';
export { readCourse, readLevel, type CourseResult, type LevelResult } from './read.ts';
export { translatedFile, translationFile } from './translation-names.ts';
export { withTranslations, type TranslationFile } from './translations.ts';
export { notAmongFiles, readLooseFiles, strayTranslation, type LooseFile, type LooseTexts } from './loose-files.ts';
export { siteFile, type SiteFile } from './site-file.ts';
