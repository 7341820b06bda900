import { matchLanguage, type Course } from '../../engine/index.ts';
import { LANGUAGES, type Language } from '../../i18n/index.ts';
import { fileInFolder } from '../../levels/folder-file.ts';
import type { HomeBrand } from '../../screens/home/head.ts';
import type { LoadedCourse } from './loaded-course.ts';

/** The look that a course gives the page: its colours, its logo, the languages that it offers. */

/** Applies the colours of the course; the style sheets say where. The reader has checked their contrast. */
export function applyBrand(course: Course | null): void {
  const { style } = document.documentElement;
  document.documentElement.toggleAttribute('data-brand', course?.brand !== undefined);
  for (const name of ['accent', 'stamp'] as const) {
    const colour = course?.brand?.[name];
    // Set by script as separate properties, so that a colour is never part of a style that is parsed.
    if (colour === undefined) style.removeProperty(`--brand-${name}`);
    else style.setProperty(`--brand-${name}`, colour);
  }
}

/** The name above the home page. */
export function brandOf({ course, at }: LoadedCourse): HomeBrand {
  const { name = null, logo } = course?.brand ?? {};
  return {
    title: course === null || course.title === '' ? null : course.title,
    name,
    logo: logo === undefined || at === null ? null : (fileInFolder(logo, at)?.href ?? null),
  };
}

/** The languages to choose from: those of the course that the page has, else all that it has. */
export function languagesOf(course: Course | null): readonly Language[] {
  const offered = LANGUAGES.filter(({ tag }) => matchLanguage(tag, course?.languages ?? []) !== null);
  return offered.length > 0 ? offered : LANGUAGES;
}
