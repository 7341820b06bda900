import type { Course } from '../engine/index.ts';
import type { LevelSummary } from './summary.ts';

/*
 * What the build knows of the course and its levels (tools/course-index.ts), so that the home page need not fetch and check every
 * level file. The files stay the truth: the course is compared with its file before it is shown, a level before it is played and
 * otherwise while the page is idle, and a file that is not in the index is read as it always was.
 */

/** A level of the index, in one language. */
export interface IndexedLevel {
  /** The print of the level file when the page was built. */
  readonly print: string;
  /** The file beside it that says it in this language, if it has one. */
  readonly translation: { readonly language: string; readonly print: string } | null;
  readonly summary: LevelSummary;
}

export interface CourseIndex {
  /** null where the course file could not be read. */
  readonly course: { readonly print: string; readonly value: Course } | null;
  /** By file name, from the folder of the course. */
  readonly levels: Readonly<Record<string, IndexedLevel>>;
}

type Load = () => Promise<{ readonly default: CourseIndex | null }>;

const INDEXES: Readonly<Record<string, Load>> = {
  en: () => import('virtual:course-index/course-en'),
  de: () => import('virtual:course-index/course-de'),
  fr: () => import('virtual:course-index/course-fr'),
  es: () => import('virtual:course-index/course-es'),
  ar: () => import('virtual:course-index/course-ar'),
  ja: () => import('virtual:course-index/course-ja'),
};

/**
 * The index of the page's own course in a language, fetched once.
 *
 * @returns null where there is none: while developing, and without a network
 */
export async function loadCourseIndex(language: string): Promise<CourseIndex | null> {
  const load = INDEXES[language] ?? INDEXES['en'];
  return (await load?.().catch(() => null))?.default ?? null;
}
