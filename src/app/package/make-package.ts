import { language, onLanguageChange } from '../../i18n/index.ts';
import { loadPackageTexts } from '../../i18n/package-texts.ts';
import { courseId, makePackage, readAhead, type PackageSource } from '../../lms/package/make.ts';
import type { TemplateResult } from '../../screens/page.ts';
import { packageMaker, type MakerModel } from '../../screens/package/maker.ts';
import type { LoadedCourse } from '../course/loaded-course.ts';
import { controlled, copyLoadedCode } from '../shell/code-copies.ts';
import { saveFile } from '../shell/save-file.ts';

/** Makes packages on the host page, from the page's own files. It needs no build and no work on a server. */
export interface PackageMaker {
  readonly screen: () => TemplateResult;
}

/**
 * @param loaded the course that is open
 * @param own true for the course that the page was built with
 * @param draw draws the page again
 */
export async function openPackageMaker(
  loaded: () => LoadedCourse,
  own: boolean,
  draw: () => void,
): Promise<PackageMaker> {
  await loadPackageTexts(language());
  onLanguageChange(() => void loadPackageTexts(language()).then(draw, reportError));
  let wishes: Pick<MakerModel, 'kind' | 'language' | 'failing'> & { readonly id: string | null } = {
    kind: 'scorm12',
    id: null,
    language: null,
    failing: false,
  };
  let state: MakerModel['state'] = { name: 'ready' };
  const id = () => {
    const { course } = loaded();
    return wishes.id ?? (course ? courseId(course) : null) ?? '';
  };
  const files = new Map<string, Promise<Uint8Array | null>>();
  const source = (): PackageSource | null => {
    const { at } = loaded();
    if (!at) return null;
    const pageFile = kept(files, (path) => fetchBytes(new URL(path, document.baseURI)));
    return {
      pageFile,
      // The course may change while the page is open, so its files are not kept.
      courseFile: (path) => fetchBytes(new URL(path, at)),
      course: at.pathname.split('/').at(-1) ?? '',
      own,
    };
  };

  const make = async () => {
    if (state.name === 'busy') return;
    state = { name: 'busy' };
    draw();
    const from = source();
    const request = {
      kind: wishes.kind,
      id: id(),
      language: wishes.language,
      onFail: wishes.failing ? ('failed' as const) : ('incomplete' as const),
    };
    const packed = from
      ? await makePackage(request, from)
      : { ok: false as const, fault: { code: 'no-course' as const } };
    if (packed.ok) {
      saveFile(packed.name, 'application/zip', [new Uint8Array(packed.zip)]);
      state = { name: 'saved', file: packed.name, megabytes: (packed.zip.length / 1e6).toFixed(1) };
    } else state = { name: 'failed', fault: packed.fault };
    draw();
  };

  return {
    screen: () =>
      packageMaker(
        { ...wishes, id: id(), languages: loaded().course?.languages ?? [], state },
        {
          opened: () => void prepare(source, () => files.clear()),
          change(change) {
            // The package that is being made keeps what was asked for.
            if (state.name === 'busy') return draw();
            wishes = { ...wishes, ...change };
            state = { name: 'ready' };
            draw();
          },
          make: () =>
            void make().catch((error: unknown) => {
              // The button must work again.
              state = { name: 'failed', fault: { code: 'broken' } };
              draw();
              reportError(error);
            }),
        },
      ),
  };
}

/**
 * Fetches all files of a package, so that the service worker has them without a connection.
 *
 * @param forget lets the source fetch its files again
 */
async function prepare(source: () => PackageSource | null, forget: () => void): Promise<void> {
  const readAll = async () => {
    const from = source();
    if (from) await readAhead(from);
  };
  try {
    const early = 'serviceWorker' in navigator && navigator.serviceWorker.controller === null;
    const taken = early ? controlled() : null;
    await readAll();
    if (taken) {
      // On the first visit the worker is still on its way, and has seen none of this.
      await taken;
      forget();
      await readAll();
    }
    await copyLoadedCode();
  } catch {
    // What is wrong is said when the package is made.
  }
}

/** Fetches each file once, because the page's files do not change while it is open. A failed one is fetched again. */
function kept(
  files: Map<string, Promise<Uint8Array | null>>,
  read: (path: string) => Promise<Uint8Array | null>,
): PackageSource['pageFile'] {
  return async (path) => {
    const reading = files.get(path) ?? read(path);
    files.set(path, reading);
    const bytes = await reading;
    if (!bytes) files.delete(path);
    return bytes;
  };
}

async function fetchBytes(url: URL): Promise<Uint8Array | null> {
  try {
    const answer = await fetch(url);
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
  } catch {
    return null;
  }
}
