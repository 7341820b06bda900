import { contrast } from './contrast.ts';
import { PAPER, type CourseFile } from './course.ts';
import type { Fault } from './fault.ts';

export const COURSE_FAULT_CODES = [
  'no-levels',
  'levels-and-chapters',
  'duplicate-level',
  'duplicate-language',
  'low-contrast',
  'logo-without-name',
] as const;
export type CourseFault = Fault<(typeof COURSE_FAULT_CODES)[number]>;

/** The contrast that text of normal size needs (WCAG 2.2, success criterion 1.4.3). */
const READABLE = 4.5;

/** Finds everything that keeps a well-formed course from being played as intended; empty when there is nothing. */
export function checkCourse(course: CourseFile): CourseFault[] {
  return [...checkLevels(course), ...checkLanguages(course), ...checkBrand(course)];
}

function checkLevels({ levels, chapters }: CourseFile): CourseFault[] {
  if (!levels && !chapters) return [{ code: 'no-levels', path: [], params: {} }];
  if (levels && chapters) return [{ code: 'levels-and-chapters', path: ['levels'], params: {} }];
  const places = chapters
    ? chapters.flatMap((chapter, index) =>
        chapter.levels.map((file, place) => ({ file, path: ['chapters', index, 'levels', place] })),
      )
    : (levels ?? []).map((file, place) => ({ file, path: ['levels', place] }));
  return places
    .filter(({ file }, index) => places.findIndex((other) => other.file === file) < index)
    .map(({ file, path }) => ({ code: 'duplicate-level', path, params: { file } }));
}

function checkLanguages({ languages }: CourseFile): CourseFault[] {
  return languages.flatMap((language, index) =>
    languages.indexOf(language) < index
      ? [{ code: 'duplicate-language' as const, path: ['languages', index], params: { language } }]
      : [],
  );
}

function checkBrand({ brand }: CourseFile): CourseFault[] {
  if (!brand) return [];
  const faults: CourseFault[] = [];
  if (brand.logo !== undefined && brand.name === undefined)
    faults.push({ code: 'logo-without-name', path: ['brand', 'logo'], params: {} });
  for (const name of ['accent', 'stamp'] as const) {
    const colour = brand[name];
    const ratio = colour === undefined ? READABLE : contrast(colour, PAPER);
    if (colour === undefined || ratio >= READABLE) continue;
    faults.push({
      code: 'low-contrast',
      path: ['brand', name],
      // Rounded down, so that 4.49 does not read as the 4.5 that it lacks.
      params: { colour, contrast: String(Math.floor(ratio * 10) / 10), least: String(READABLE) },
    });
  }
  return faults;
}
