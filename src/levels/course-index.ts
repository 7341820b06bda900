import type { Course } from '../engine/index.ts';
import type { LevelSummary } from './summary.ts';

/* What the build knows about the course and its levels (tools/course-index.ts), so that the home page need not fetch
   and check every level file. The files remain the source of truth. The course is compared with its file before it
   is shown; a level is compared before it is played, or else while the page is idle. A file outside the index is
   read as usual. */

/** A level of the index, in one language. */
export interface IndexedLevel {
  /** The fingerprint of the level file when the page was built. */
  readonly print: string;
  /** The translation file that has the level in this language, if any. */
  readonly translation: { readonly language: string; readonly print: string } | null;
  readonly summary: LevelSummary;
}

export interface CourseIndex {
  /** null when the course file could not be read. */
  readonly course: { readonly print: string; readonly value: Course } | null;
  /** By file name, relative to the folder of the course. */
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
 * Returns the index of the page's own course in a language, fetched once.
 * @returns null when there is none: in development, or without a network
 */
export async function loadCourseIndex(language: string): Promise<CourseIndex | null> {
  const load = INDEXES[language] ?? INDEXES['en'];
  return (await load?.().catch(() => null))?.default ?? null;
}
