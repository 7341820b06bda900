import * as z from 'zod/mini';

const text = z.union([
  z.string().check(z.minLength(1), z.maxLength(80)),
  z.record(z.string(), z.string().check(z.minLength(1), z.maxLength(80))),
]);

/** The course: which levels are played, in which order. */
export const courseSchema = z.strictObject({
  $schema: z.optional(z.string()),
  format: z.literal(1),
  title: text,
  /** Languages (BCP 47) that every level of the course offers. */
  languages: z.array(z.string()).check(z.minLength(1)),
  /** Level files beside the course file, in order. A path stays below the course's folder. */
  levels: z.array(z.string().check(z.regex(/^(?!\/)(?!.*\.\.)(?!.*:)[^\\?#]+\.json$/))).check(z.minLength(1)),
});

export type Course = z.infer<typeof courseSchema>;
