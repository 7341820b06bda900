import * as z from 'zod/mini';
import { described, fileBelow, id, language, text } from './format.ts';
import { PASS_MARK } from './pass-mark.ts';

/** The course format, defined once like the level format: what is played, in which order, and under whose name. */

/** The page's paper (`--paper` of its style), on which brand colours appear, and which appears on them. */
export const PAPER = '#fffaf0';

const colour = (description: string, example: string) =>
  described(z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/, 'not-a-colour')), description, example);

const levelFiles = () =>
  described(
    z
      .array(
        fileBelow(
          ['json'],
          'A level file, by its path from this file. It must be in the same folder or below it.',
          'my-level.json',
        ),
      )
      .check(z.minLength(1)),
    'The level files, in the order in which they are played.',
    ['cv-to-rivals.json', 'my-level.json'],
  );

const chapterSchema = described(
  z.strictObject({
    title: text('The title of the chapter.', 60, 'Who can see who'),
    levels: levelFiles(),
  }),
  'Some levels under a separate title.',
);

const certificateSchema = described(
  z.strictObject({
    title: z.optional(text('The heading of the certificate.', 80, 'Certificate of completion')),
    statement: z.optional(
      text(
        'What the certificate says below the name of the learner. One or two sentences.',
        300,
        'has completed our course on addressing email with care.',
      ),
    ),
    issuer: z.optional(text('Who gives the certificate.', 80, 'Northmoor Police, Training')),
  }),
  'The words of the certificate. Anything you leave out uses the game’s own words.',
);

const brandSchema = described(
  z.strictObject({
    name: z.optional(
      text('The name of your organisation. With a logo, screen readers read it out instead.', 60, 'Northmoor Police'),
    ),
    logo: z.optional(
      fileBelow(
        ['svg', 'png', 'webp', 'jpg', 'jpeg'],
        'An image, by its path from this file. It must be in the same folder or below it.',
        'brand/logo.svg',
      ),
    ),
    accent: z.optional(
      colour(
        'The colour of buttons and links, as # and six digits or letters a to f. It must be readable on paper: a contrast of 4.5 or more.',
        '#1f5a8c',
      ),
    ),
    stamp: z.optional(
      colour(
        'The colour of stamps and postmarks, as # and six digits or letters a to f. It must be readable on paper too.',
        '#a3322b',
      ),
    ),
  }),
  'The look of your organisation: name, logo and colours.',
);

/** A course as its file states it. */
export const courseSchema = z.strictObject({
  $schema: z.optional(
    described(z.string(), 'Lets your editor explain and complete this file.', './course.schema.json'),
  ),
  format: described(z.literal(1), 'The version of this format.', 1),
  id: z.optional(
    id(
      'Identifies the course for learning platforms. Keep it when you change the course: with another id, a platform forgets the progress of learners.',
      'mail-with-care',
    ),
  ),
  title: text('The title of the course.', 80, 'Blind Copy'),
  languages: described(
    z.array(language('en')).check(z.minLength(1)),
    'The languages that the course offers. Every level must have its texts in all of them.',
    ['en', 'de'],
  ),
  levels: z.optional(levelFiles()),
  chapters: z.optional(
    described(
      z.array(chapterSchema).check(z.minLength(1)),
      'The levels in chapters, in the order in which they are played. Write either this or "levels".',
      [{ title: 'The basics', levels: ['cv-to-rivals.json'] }],
    ),
  ),
  passMark: z.optional(
    described(
      z.int().check(z.gte(0), z.lte(100)),
      'The average score, 0 to 100, that passes the course. Without it: 70.',
      70,
    ),
  ),
  check: z.optional(
    described(
      z.boolean(),
      'Whether to offer a check of eight short emails before the first level, and another after the last. Without it: yes in a package for a learning platform, and no on a page.',
      true,
    ),
  ),
  certificate: z.optional(certificateSchema),
  brand: z.optional(brandSchema),
});

/** A course as its file states it. */
export type CourseFile = z.infer<typeof courseSchema>;
export type Chapter = z.infer<typeof chapterSchema>;
export type Certificate = z.infer<typeof certificateSchema>;
export type Brand = z.infer<typeof brandSchema>;

/** A course with its defaults filled in: its levels in order, in chapters or not, and the pass mark. */
export interface Course extends Omit<CourseFile, 'levels'> {
  /** Every level file of the course in order, including those in chapters. */
  readonly levels: readonly string[];
  readonly passMark: number;
}

/** Returns the content of a checked course file, with its defaults filled in. */
export function courseOf(file: CourseFile): Course {
  return { ...file, levels: levelsOf(file), passMark: file.passMark ?? PASS_MARK };
}

/** Returns the level files of a course in order, from its chapters or its own list. */
export function levelsOf(file: CourseFile): string[] {
  return file.chapters ? file.chapters.flatMap(({ levels }) => levels) : (file.levels ?? []);
}
