import { matchLanguage, type Course, type LevelText } from '../../engine/index.ts';
import { decode } from '../../levels/decode.ts';
import type { Problem } from '../../levels/problem.ts';
import { readCourse, readLevel } from '../../levels/read.ts';
import { translationFile } from '../../levels/translation-names.ts';
import { ALIVE, ALIVE_FILE } from '../connection.ts';
import type { OnFail } from '../report.ts';
import { cmi5Structure, MANIFEST_FILE, scormManifest, type PackageFacts } from './manifest.ts';
import { withOptions, type PackageKind } from './options.ts';
import { PAGE_FILES, PAGE_IN_PACKAGE } from './page-files.ts';
import { zipped } from './zip.ts';

/** The options for a package. */
export interface PackageRequest {
  readonly kind: PackageKind;
  /** The id of the package; null for that of the course. */
  readonly id: string | null;
  /** The language to begin with; null for the learner's. */
  readonly language: string | null;
  readonly onFail: OnFail;
}

/** The source of the files: a folder or a server. */
export interface PackageSource {
  /** Reads a file of the built page; null if there is none. */
  readonly pageFile: (path: string) => Promise<Uint8Array | null>;
  /** Reads a file of the course, by its path from the course file; null if there is none. */
  readonly courseFile: (path: string) => Promise<Uint8Array | null>;
  /** The name of the course file. */
  readonly course: string;
  /** True for the course that the page was built with. */
  readonly own: boolean;
}

/** Why there is no package. */
export type PackingFault =
  | { readonly code: 'no-page' | 'no-course' | 'no-id' }
  | { readonly code: 'bad-id'; readonly id: string }
  | { readonly code: 'no-file'; readonly file: string }
  | { readonly code: 'bad-level'; readonly file: string };

export type Packed =
  | { readonly ok: true; readonly name: string; readonly zip: Uint8Array }
  | { readonly ok: false; readonly fault: PackingFault; readonly problems: readonly Problem[] };

/** Where the course is in a package: in its usual place, or beside it, where the page needs its address. */
const OWN_FOLDER = 'levels/';
const OTHER_FOLDER = 'course/';
const COURSE_FILE = 'course.json';

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Makes a package from a built page and a course. The same files and request give the same bytes.
 *
 * @returns the zip with its name, or why there is none
 */
export async function makePackage(request: PackageRequest, source: PackageSource): Promise<Packed> {
  try {
    return await packed(request, source);
  } catch (error) {
    if (error instanceof NotPacked) return { ok: false, fault: error.fault, problems: error.problems };
    throw error;
  }
}

/**
 * Reads every file that a package may need, so that its source can keep them. It leaves out what is wrong, because
 * `makePackage` says that.
 */
export async function readAhead(source: PackageSource): Promise<void> {
  const [list] = await Promise.all([source.pageFile(PAGE_FILES), source.pageFile(PAGE_IN_PACKAGE)]);
  const pageFiles = list ? (JSON.parse(new TextDecoder().decode(list)) as readonly string[]) : [];
  for (const file of pageFiles) await source.pageFile(file);
  await readCourseFiles(source).catch(() => null);
}

/** Returns the id of a course, or one made from its title; null if the title gives none. */
export function courseId({ id, title }: Pick<Course, 'id' | 'title'>): string | null {
  if (id !== undefined) return id;
  const letters = textIn(title, 'en').normalize('NFKD').replaceAll(/\p{M}/gu, '');
  const words = letters.toLowerCase().match(/[a-z0-9]+/g);
  return words?.join('-').slice(0, 60).replace(/-$/, '') ?? null;
}

/** Why there is no package, while it is being made. */
export class NotPacked extends Error {
  readonly fault: PackingFault;
  readonly problems: readonly Problem[];

  constructor(fault: PackingFault, problems: readonly Problem[] = []) {
    super(fault.code);
    this.fault = fault;
    this.problems = problems;
  }
}

async function packed({ kind, id: wanted, language, onFail }: PackageRequest, source: PackageSource): Promise<Packed> {
  const { course, levels, files: courseFiles } = await readCourseFiles(source);
  const id = wanted ?? courseId(course);
  if (id === null || id === '') throw new NotPacked({ code: 'no-id' });
  if (!ID.test(id)) throw new NotPacked({ code: 'bad-id', id });
  const tag = language ?? course.languages[0] ?? 'en';
  const page = await readPage(source, course.languages);
  const html = withOptions(page.html, { kind, course: id, language, onFail, levels });
  const folder = source.own ? OWN_FOLDER : OTHER_FOLDER;
  const files = new Map<string, Uint8Array>([
    ...page.files,
    ...[...courseFiles].map(([path, bytes]) => [folder + path, bytes] as const),
    [ALIVE_FILE, bytesOf(ALIVE)],
    ['index.html', bytesOf(kind === 'cmi5' ? withRecordStore(html) : html)],
  ]);
  const facts: PackageFacts = {
    id,
    title: textIn(course.title, tag),
    language: tag,
    files: [...files.keys()].toSorted(),
    launch: source.own ? 'index.html' : `index.html?course=${OTHER_FOLDER}${COURSE_FILE}`,
    passMark: course.passMark,
  };
  files.set(MANIFEST_FILE[kind], bytesOf(kind === 'cmi5' ? cmi5Structure(facts) : scormManifest(kind, facts)));
  return { ok: true, name: `${id}-${kind}.zip`, zip: zipped(files) };
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Lets the page of a cmi5 package reach any https host, because the record store may be on another one. */
function withRecordStore(html: string): string {
  return html.replace("connect-src 'self'", "connect-src 'self' https:");
}

/** Fonts for scripts that few courses need, with their languages. */
const FONTS: readonly (readonly [pattern: RegExp, language: string])[] = [
  [/\/noto-sans-jp-/, 'ja'],
  [/\/noto-sans-arabic-/, 'ar'],
];

async function readPage(
  { pageFile }: PackageSource,
  languages: readonly string[],
): Promise<{ readonly html: string; readonly files: ReadonlyMap<string, Uint8Array> }> {
  const [html, list] = await Promise.all([pageFile(PAGE_IN_PACKAGE), pageFile(PAGE_FILES)]);
  if (!html || !list) throw new NotPacked({ code: 'no-page' });
  const decoder = new TextDecoder();
  const needed = (JSON.parse(decoder.decode(list)) as readonly string[]).filter((file) =>
    FONTS.every(([pattern, language]) => !pattern.test(file) || matchLanguage(language, languages) !== null),
  );
  const files = new Map<string, Uint8Array>();
  for (const file of needed) files.set(file, await present(pageFile(file), file));
  return { html: decoder.decode(html), files };
}

/** Waits for a file that must be there. */
export async function present(read: Promise<Uint8Array | null>, file: string): Promise<Uint8Array> {
  const bytes = await read;
  if (!bytes) throw new NotPacked({ code: 'no-file', file });
  return bytes;
}

/** Reads and checks the course with everything it names: levels, their translations, the logo. */
export async function readCourseFiles({ courseFile, course: name }: PackageSource) {
  const bytes = await present(courseFile(name), name);
  const read = readCourse(textFrom(bytes, name, 'no-course'), name);
  if (!read.ok) throw new NotPacked({ code: 'no-course' }, read.problems);
  const { course } = read;
  const files = new Map<string, Uint8Array>([[COURSE_FILE, bytes]]);
  const levels: string[] = [];
  for (const file of course.levels) {
    const levelBytes = await present(courseFile(file), file);
    const level = readLevel(textFrom(levelBytes, file, 'bad-level'), file);
    if (!level.ok) throw new NotPacked({ code: 'bad-level', file }, level.problems);
    files.set(file, levelBytes);
    levels.push(level.level.id);
    for (const language of level.level.translations ?? []) {
      const beside = translationFile(file, language);
      files.set(beside, await present(courseFile(beside), beside));
    }
  }
  const logo = course.brand?.logo;
  if (logo !== undefined) files.set(logo, await present(courseFile(logo), logo));
  return { course, levels, files };
}

function textFrom(bytes: Uint8Array, file: string, code: 'no-course' | 'bad-level'): string {
  const decoded = decode(bytes, file);
  if (decoded.ok) return decoded.text;
  throw new NotPacked(code === 'no-course' ? { code } : { code, file }, [decoded.problem]);
}

/** Returns a text in a language, or else in the first that it has. */
function textIn(text: LevelText, language: string): string {
  if (typeof text === 'string') return text;
  const tag = matchLanguage(language, Object.keys(text)) ?? Object.keys(text)[0];
  return tag === undefined ? '' : (text[tag] ?? '');
}
