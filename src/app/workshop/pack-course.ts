import { language } from '../../i18n/index.ts';
import { loadPackageTexts } from '../../i18n/package-texts.ts';
import { makeFolder } from '../../lms/package/folder.ts';
import { makePackage, readAhead, type PackageSource } from '../../lms/package/make.ts';
import { zipped } from '../../lms/package/zip.ts';
import { faultText } from '../../screens/package/maker.ts';
import type { CourseOutput } from '../../workshop/share/course-work.ts';
import { COURSE_FILE } from '../../workshop/share/course-file.ts';

/** A course as a zip, or why there is none. */
export type PackedCourse =
  | { readonly ok: true; readonly name: string; readonly zip: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly why: string };

/**
 * Packs a course, alone or with the game.
 *
 * @param made the files of the course, by their paths from its folder
 */
export async function packCourse(output: CourseOutput, made: ReadonlyMap<string, Uint8Array>): Promise<PackedCourse> {
  if (output === 'files') return { ok: true, name: 'levels.zip', zip: new Uint8Array(zipped(made)) };
  await loadPackageTexts(language());
  const source = sourceOf((path) => made.get(path) ?? null);
  const packed =
    output === 'folder'
      ? await makeFolder(source)
      : await makePackage({ kind: output, id: null, language: null, onFail: 'incomplete' }, source);
  return packed.ok
    ? { ok: true, name: packed.name, zip: new Uint8Array(packed.zip) }
    : { ok: false, why: faultText(packed.fault) };
}

/** Fetches every file of the page that a package may need, so that the service worker has copies of them. */
export async function readPackageAhead(): Promise<void> {
  await readAhead(sourceOf(() => null));
}

function sourceOf(courseFile: (path: string) => Uint8Array | null): PackageSource {
  return {
    pageFile: (path) => fetchBytes(new URL(path, document.baseURI)),
    courseFile: (path) => Promise.resolve(courseFile(path)),
    course: COURSE_FILE,
    own: false,
  };
}

async function fetchBytes(url: URL): Promise<Uint8Array | null> {
  const answer = await fetch(url);
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
}
