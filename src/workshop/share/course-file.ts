import { courseSchema } from '../../engine/index.ts';
import { readCourse } from '../../levels/read.ts';
import { translationFile } from '../../levels/translation-names.ts';
import { namesAt } from '../../levels/schema-walk.ts';
import type { Problem } from '../../levels/problem.ts';
import { written } from '../edit.ts';
import type { Json } from '../json/value.ts';
import { draftOf, type LevelFiles } from '../level-files.ts';
import { languagesOf } from '../translation/table.ts';

/** Some levels under a title. */
export interface CourseChapter {
  readonly title: string;
  readonly levels: readonly LevelFiles[];
}

/** An image that a course shows instead of its name. */
export interface CourseLogo {
  /** `svg`, `png`, `webp` or `jpg`. */
  readonly ending: string;
  readonly bytes: Uint8Array;
}

/** A course as it is put together in the page. */
export interface CourseDraft {
  readonly title: string;
  /** Identifies it for learning platforms; '' leaves that to its title. */
  readonly id: string;
  /** The language of its own texts. */
  readonly language: string;
  /** One chapter without a title is no chapter. */
  readonly chapters: readonly CourseChapter[];
  /** null for the usual one. */
  readonly passMark: number | null;
  /** The name of the organisation, '' for none. */
  readonly name: string;
  readonly logo: CourseLogo | null;
  /** Colours as `#rrggbb`; '' for those of the game. */
  readonly accent: string;
  readonly stamp: string;
}

/** The files of a course by their paths from its folder, and what is wrong with them. */
export interface CourseFiles {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly problems: readonly Problem[];
}

export const COURSE_FILE = 'course.json';

/** Writes the course with its levels and their translations. */
export function courseFiles(draft: CourseDraft): CourseFiles {
  const text = courseText(draft);
  const bytes = (words: string) => new TextEncoder().encode(words);
  const levels = draft.chapters.flatMap((chapter) => chapter.levels);
  const files = new Map<string, Uint8Array>([[COURSE_FILE, bytes(text)]]);
  for (const level of levels) {
    files.set(fileNameOf(level), bytes(level.text));
    for (const { language, text: words } of level.translations) {
      files.set(translationFile(fileNameOf(level), language), bytes(words));
    }
  }
  if (draft.logo) files.set(logoFile(draft.logo), draft.logo.bytes);
  return { files, problems: readCourse(text, COURSE_FILE).problems };
}

/** Writes the course file as prettier lays it out, with its fields in the order of the format. */
export function courseText(draft: CourseDraft): string {
  const { title, id, chapters, passMark, name, logo, accent, stamp } = draft;
  const filled = chapters.filter(({ levels }) => levels.length > 0);
  const titled = filled.some((chapter) => chapter.title.trim() !== '');
  const brand = {
    ...(name.trim() !== '' && { name: name.trim() }),
    ...(logo && { logo: logoFile(logo) }),
    ...(accent !== '' && { accent }),
    ...(stamp !== '' && { stamp }),
  };
  const content: Json = {
    $schema: './course.schema.json',
    format: 1,
    ...(id !== '' && { id }),
    title: title.trim(),
    languages: offeredLanguages(draft),
    ...(titled
      ? { chapters: filled.map((one) => ({ title: one.title.trim(), levels: one.levels.map(fileNameOf) })) }
      : { levels: filled.flatMap(({ levels }) => levels.map(fileNameOf)) }),
    ...(passMark !== null && { passMark }),
    ...(Object.keys(brand).length > 0 && { brand }),
  };
  return written(content, (path) => namesAt(courseSchema, path));
}

/** The languages that every level has; the course's own where there is none, or no level says which it is in. */
export function offeredLanguages({ chapters, language }: CourseDraft): string[] {
  const each = chapters
    .flatMap(({ levels }) => levels)
    .map((level) => languagesOf(level))
    .filter((tags) => tags.length > 0);
  const [first = [], ...rest] = each;
  const shared = first.filter((tag) => rest.every((tags) => tags.includes(tag)));
  return shared.length > 0 ? shared : [language];
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** Returns the name of a level's file, which is that of its id. */
export function fileNameOf(level: LevelFiles): string {
  const { id } = draftOf(level);
  return id === undefined || id === '' ? nameOf(level.file) : `${id}.json`;
}

const logoFile = ({ ending }: CourseLogo) => `brand/logo.${ending}`;
