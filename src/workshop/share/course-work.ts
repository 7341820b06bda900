import * as z from 'zod/mini';
import type { KeptDraft } from '../../progress/drafts.ts';
import { begin, stepsSchema, type History } from '../history.ts';
import { filesSchema } from '../kept-level.ts';
import type { LevelFiles } from '../level-files.ts';

/** How a course can be saved: its own files, with the game for a web server, or as a package for a platform. */
export const COURSE_OUTPUTS = ['files', 'folder', 'scorm12', 'scorm2004', 'cmi5'] as const;
export type CourseOutput = (typeof COURSE_OUTPUTS)[number];

/** The average score that passes a course of which the author says nothing else. */
export const USUAL_PASS_MARK = 70;

const factsSchema = z.object({
  title: z.string(),
  id: z.string(),
  passMark: z.number(),
  name: z.string(),
  accent: z.string(),
  stamp: z.string(),
  output: z.enum(COURSE_OUTPUTS),
});
/** A level of the device, by its id, or the files of another one; and the chapter that begins with it, if any. */
const entrySchema = z.union([
  z.object({ draft: z.string(), chapter: z.nullable(z.string()) }),
  z.object({ files: filesSchema, chapter: z.nullable(z.string()) }),
]);
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
/** The image that a course shows instead of its name. */
const logoSchema = z.object({ file: z.string(), ending: z.string(), bytes: z.string().check(z.regex(BASE64)) });
const workSchema = z.object({
  facts: factsSchema,
  levels: z.readonly(z.array(entrySchema)),
  logo: z.nullable(logoSchema),
});
const contentSchema = z.object({ course: workSchema, past: stepsSchema, future: stepsSchema });

export type CourseEntry = z.infer<typeof entrySchema>;
/** A course that the author puts together in the page. */
export type CourseWork = z.infer<typeof workSchema>;

/** A course of one level. @param draft the id of the level on this device */
export function courseOf(draft: string): CourseWork {
  const facts = {
    title: '',
    id: '',
    passMark: USUAL_PASS_MARK,
    name: '',
    accent: '',
    stamp: '',
    output: 'files',
  } as const;
  return { facts, levels: [{ draft, chapter: null }], logo: null };
}

/** Puts another level of the device in the place of one. */
export function withDraftReplaced(course: CourseWork, draft: string, other: string): CourseWork {
  return withEntry(course, draft, ({ chapter }) => ({ draft: other, chapter }));
}

/** Puts files in the place of a level of the device. */
export function withDraftDetached(course: CourseWork, draft: string, files: LevelFiles): CourseWork {
  return withEntry(course, draft, ({ chapter }) => ({ files, chapter }));
}

/** @returns the same course if the level is not in it */
function withEntry(course: CourseWork, draft: string, changed: (entry: CourseEntry) => CourseEntry): CourseWork {
  const isIt = (entry: CourseEntry) => 'draft' in entry && entry.draft === draft;
  if (!course.levels.some(isIt)) return course;
  return { ...course, levels: course.levels.map((entry) => (isIt(entry) ? changed(entry) : entry)) };
}

/** The id under which the device keeps the course, among the levels. */
export const COURSE_ID = 'course';

/** Returns what is kept of a course: what it is, and every step that led to it. */
export function keptCourse({ present, past, future }: History<CourseWork>, state: number, now: number): KeptDraft {
  const content = JSON.stringify({ course: present, past, future });
  return { id: COURSE_ID, title: present.facts.title, changed: now, state, content };
}

/** Reads what was kept, by this version or another; null when it is damaged. */
export function readKeptCourse({ content }: Pick<KeptDraft, 'content'>): History<CourseWork> | null {
  try {
    const value: unknown = JSON.parse(content);
    const whole = contentSchema.safeParse(value);
    if (whole.success) return { present: whole.data.course, past: whole.data.past, future: whole.data.future };
    const course = z.object({ course: workSchema }).safeParse(value);
    return course.success ? begin(course.data.course) : null;
  } catch {
    return null;
  }
}
