import { courseId, NotPacked, type Packed, type PackageSource, present, readCourseFiles } from './make.ts';
import { HOSTED_FILES } from './page-files.ts';
import { zipped } from './zip.ts';

/** Where the hosted page has its course. */
const LEVELS = 'levels/';

/** Describes the formats to a trainer's editor; the levels name them. */
const SCHEMAS = ['level.schema.json', 'translation.schema.json', 'course.schema.json'].map((file) => LEVELS + file);

/**
 * Makes a folder for a web server, as a zip: the page's own files, with this course in the place of its levels. The same
 * files give the same bytes.
 *
 * @returns the zip with its name, or why there is none
 */
export async function makeFolder(source: Pick<PackageSource, 'pageFile' | 'courseFile' | 'course'>): Promise<Packed> {
  try {
    const { course, files: courseFiles } = await readCourseFiles({ ...source, own: false });
    const list = await source.pageFile(HOSTED_FILES);
    if (!list) throw new NotPacked({ code: 'no-page' });
    const files = new Map<string, Uint8Array>([[HOSTED_FILES, list]]);
    for (const file of JSON.parse(new TextDecoder().decode(list)) as readonly string[]) {
      files.set(file, await present(source.pageFile(file), file));
    }
    for (const file of SCHEMAS) {
      const schema = await source.pageFile(file);
      if (schema) files.set(file, schema);
    }
    for (const [path, bytes] of courseFiles) files.set(LEVELS + path, bytes);
    return { ok: true, name: `${courseId(course) ?? 'course'}.zip`, zip: zipped(files) };
  } catch (error) {
    if (error instanceof NotPacked) return { ok: false, fault: error.fault, problems: error.problems };
    throw error;
  }
}
