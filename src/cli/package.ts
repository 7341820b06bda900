import { mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { LANGUAGES, loadAllTexts, setLanguage } from '../i18n/index.ts';
import { makePackage, type PackageRequest, type PackageSource, type PackingFault } from '../lms/package/make.ts';
import { PACKAGE_KINDS } from '../lms/package/options.ts';
import { COURSE } from './check.ts';
import { writeBytes } from './files.ts';
import { localeOf } from './locale.ts';
import { printable, problemLines } from './print.ts';
import { isSystemError, systemSentence } from './system-errors.ts';
import { word } from './words.ts';

const OPTIONS = {
  scorm12: { type: 'boolean', default: false },
  scorm2004: { type: 'boolean', default: false },
  cmi5: { type: 'boolean', default: false },
  course: { type: 'string' },
  lang: { type: 'string' },
  id: { type: 'string' },
  'on-fail': { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

type Flags = ReturnType<typeof parse>['values'];
const parse = (args: readonly string[]) => parseArgs({ args: [...args], options: OPTIONS });

/** The folder for packages, in the folder where the command runs. */
const OUT = 'packages';

/**
 * Makes packages for learning platforms from a built page.
 *
 * @param args the arguments after `npm run package --`
 * @param build builds the page and returns its folder; called only if the arguments make sense
 * @returns 0 if all packages were written, otherwise 1
 */
export async function packageMain(args: readonly string[], build: () => Promise<string>): Promise<0 | 1> {
  await setLanguage(localeOf(process.env));
  await loadAllTexts();
  let flags: Flags;
  try {
    flags = parse(args).values;
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error), word('package-usage'));
  }
  const kinds = PACKAGE_KINDS.filter((kind) => flags[kind]);
  if (flags.help) return said(word('package-usage'));
  if (kinds.length === 0) return failed(word('package-no-kind'), word('package-usage'));
  const wrong = wrongFlag(flags);
  if (wrong !== null) return failed(wrong);
  const source = sourceOf(build, flags.course);
  for (const kind of kinds) {
    const written = await writePackage(
      {
        kind,
        id: flags.id ?? null,
        language: flags.lang ?? null,
        onFail: flags['on-fail'] === 'failed' ? 'failed' : 'incomplete',
      },
      source,
      flags.course ?? COURSE,
    );
    if (written === 1) return 1;
  }
  return 0;
}

/** Returns what is wrong with the flags; null if nothing is. */
export function wrongFlag(flags: Pick<Flags, 'lang' | 'on-fail'>): string | null {
  const { lang, 'on-fail': onFail } = flags;
  if (onFail !== undefined && onFail !== 'failed' && onFail !== 'incomplete')
    return word('package-on-fail', { value: onFail });
  if (lang !== undefined && !LANGUAGES.some(({ tag }) => tag === lang))
    return word('package-language', { lang, languages: LANGUAGES.map(({ tag }) => tag).join(', ') });
  return null;
}

/** Reads the page from its folder, and the course from the folder of its file. */
function sourceOf(build: () => Promise<string>, course: string | undefined): PackageSource {
  let built: Promise<string> | null = null;
  const page = () => (built ??= build());
  return {
    pageFile: async (path) => bytesOf(join(await page(), path)),
    courseFile: async (path) =>
      below(course === undefined ? join(await page(), dirname(COURSE)) : dirname(course), path),
    course: basename(course ?? COURSE),
    own: course === undefined,
  };
}

/** Reads a file that a course names; null outside the folder of the course. */
function below(folder: string, path: string): Uint8Array | null {
  const file = normalize(join(folder, path));
  return relative(folder, file).startsWith('..') ? null : bytesOf(file);
}

function bytesOf(file: string): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch (error) {
    if (isSystemError(error) && ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(error.code)) return null;
    throw error;
  }
}

async function writePackage(request: PackageRequest, source: PackageSource, course: string): Promise<0 | 1> {
  try {
    const packed = await makePackage(request, source);
    if (!packed.ok) return failed(printable(faultWords(packed.fault, course)), ...packed.problems.map(problemLines));
    const file = join(OUT, packed.name);
    mkdirSync(OUT, { recursive: true });
    writeBytes(file, packed.zip);
    return said(word('package-written', { file, size: (packed.zip.length / 1e6).toFixed(1) }));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return failed(printable(`${error.path ?? OUT}  ${word('error')}  ${systemSentence(error.code)}`));
  }
}

function faultWords(fault: PackingFault, course: string): string {
  switch (fault.code) {
    case 'no-page':
      return word('package-no-page');
    case 'no-course':
      return word('package-no-course', { file: course });
    case 'no-id':
      return word('package-no-id', { file: course });
    case 'bad-id':
      return word('package-bad-id', { id: fault.id });
    case 'no-file':
      return word('package-no-file', { file: join(dirname(course), fault.file) });
    case 'bad-level':
      return word('package-bad-level', { file: join(dirname(course), fault.file) });
  }
}

function said(line: string): 0 {
  console.log(line);
  return 0;
}

function failed(...lines: readonly string[]): 1 {
  console.error(lines.join('\n\n'));
  return 1;
}
