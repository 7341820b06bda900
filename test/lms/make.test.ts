import { unzipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { courseId, makePackage, type PackageRequest, type PackageSource } from '../../src/lms/package/make.ts';
import { NO_OPTIONS, PACKAGE_KINDS, type PackageKind } from '../../src/lms/package/options.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const LEVELS = join(import.meta.dirname, '../course');
const bytes = (text: string) => new TextEncoder().encode(text);
const text = (content: Uint8Array | undefined) => new TextDecoder().decode(content);

const PAGE: Readonly<Record<string, string>> = {
  'package-page.html': `<!doctype html><meta http-equiv="Content-Security-Policy" content="connect-src 'self'" />${NO_OPTIONS}`,
  'package-files.json': JSON.stringify([
    'assets/index.js',
    'assets/noto-sans-jp-1.woff2',
    'assets/noto-sans-arabic-small.woff2',
  ]),
  'assets/index.js': 'play()',
  'assets/noto-sans-jp-1.woff2': 'font',
  'assets/noto-sans-arabic-small.woff2': 'font',
};

/** Returns the page above with the tests' own course of three levels. */
function source(page = PAGE, course: Readonly<Record<string, string>> = {}, own = true): PackageSource {
  const read = (path: string) => {
    try {
      return readFileSync(join(LEVELS, path));
    } catch {
      return null;
    }
  };
  return {
    pageFile: (path) => Promise.resolve(page[path] === undefined ? null : bytes(page[path])),
    courseFile: (path) => Promise.resolve(course[path] === undefined ? read(path) : bytes(course[path])),
    course: 'course.json',
    own,
  };
}

const request = (kind: PackageKind, change: Partial<PackageRequest> = {}): PackageRequest => ({
  kind,
  id: null,
  language: null,
  onFail: 'incomplete',
  ...change,
});

async function files(kind: PackageKind, change: Partial<PackageRequest> = {}, from = source()) {
  const packed = await makePackage(request(kind, change), from);
  if (!packed.ok) throw new Error(packed.fault.code);
  return new Map(Object.entries(unzipSync(packed.zip)));
}

const stated = JSON.parse(readFileSync(join(LEVELS, 'course.json'), 'utf8')) as Record<string, unknown>;
const course = (change: Record<string, unknown>) => ({ 'course.json': JSON.stringify({ ...stated, ...change }) });

describe('the manifest', () => {
  test.each(PACKAGE_KINDS)('of %s is well-formed, and has the same identifiers on each run', async (kind) => {
    const manifest = text((await files(kind)).get(kind === 'cmi5' ? 'cmi5.xml' : 'imsmanifest.xml'));
    const { valid, errors } = await validateXML({
      xml: [{ fileName: 'manifest.xml', contents: manifest }],
      normalization: 'format',
    });
    expect([valid, errors]).toEqual([true, []]);
    expect(text((await files(kind)).get(kind === 'cmi5' ? 'cmi5.xml' : 'imsmanifest.xml'))).toBe(manifest);
  });

  test.each(['scorm12', 'scorm2004'] as const)('of %s lists every file, and no schema locations', async (kind) => {
    const packed = await files(kind);
    const manifest = text(packed.get('imsmanifest.xml'));
    const listed = [...manifest.matchAll(/<file href="([^"]+)"/g)].map(([, file]) => decodeURIComponent(file ?? ''));
    expect(listed).toEqual([...packed.keys()].filter((file) => file !== 'imsmanifest.xml').toSorted());
    expect(manifest).not.toContain('schemaLocation');
  });

  it('finding 4: has no mastery score in SCORM, because the page judges', async () => {
    for (const kind of ['scorm12', 'scorm2004'] as const) {
      const manifest = text((await files(kind)).get('imsmanifest.xml'));
      expect(manifest).not.toMatch(/mastery|satisfiedByMeasure/i);
    }
  });

  it('finding 9: keeps its identifiers when files and texts change', async () => {
    const identifiers = async (change: Record<string, unknown>) => {
      const manifest = text(
        (await files('scorm12', {}, source(PAGE, course({ id: 'mail-course', ...change })))).get('imsmanifest.xml'),
      );
      return [...manifest.matchAll(/identifier="([^"]+)"/g)].map(([, id]) => id);
    };
    expect(await identifiers({ title: 'Version two', passMark: 90 })).toEqual(await identifiers({}));
    expect((await identifiers({}))[0]).toContain('mail-course');
  });

  it('of cmi5 asks for both completed and passed, with the course’s mark', async () => {
    const manifest = text((await files('cmi5', {}, source(PAGE, course({ passMark: 85 })))).get('cmi5.xml'));
    expect(manifest).toContain('moveOn="CompletedAndPassed"');
    expect(manifest).toContain('masteryScore="0.85"');
  });

  it('is in the language of the package', async () => {
    const titled = source(PAGE, course({ title: { en: 'Mail & care', de: 'Mit Sorgfalt' } }));
    expect(text((await files('scorm12', { language: 'de' }, titled)).get('imsmanifest.xml'))).toContain('Mit Sorgfalt');
    expect(text((await files('scorm12', {}, titled)).get('imsmanifest.xml'))).toContain('Mail &amp; care');
  });
});

describe('the zip', () => {
  test.each(PACKAGE_KINDS)('of %s is the same byte for byte on every run, also in another time zone', async (kind) => {
    const zone = process.env['TZ'];
    const zips: Uint8Array[] = [];
    for (const tz of ['UTC', 'Asia/Tokyo', 'America/Los_Angeles']) {
      process.env['TZ'] = tz;
      const packed = await makePackage(request(kind), source());
      if (packed.ok) zips.push(packed.zip);
    }
    process.env['TZ'] = zone ?? '';
    if (zone === undefined) delete process.env['TZ'];
    expect(zips).toHaveLength(3);
    expect(Buffer.compare(zips[0] ?? bytes(''), zips[1] ?? bytes('x'))).toBe(0);
    expect(Buffer.compare(zips[0] ?? bytes(''), zips[2] ?? bytes('x'))).toBe(0);
  });

  it('has the course with its levels and translations, and nothing else from its folder', async () => {
    const packed = await files('scorm12');
    expect([...packed.keys()].filter((file) => file.startsWith('levels/')).toSorted()).toEqual(
      ['levels/course.json', ...readLevelFiles()].toSorted(),
    );
    expect(text(packed.get('alive.txt'))).toBe('alive');
  });

  it('leaves out the fonts of scripts that the course does not have', async () => {
    const latin = await files('scorm12', {}, source(PAGE, course({ languages: ['en', 'de'] })));
    expect([...latin.keys()].filter((file) => file.includes('noto'))).toEqual([]);
    const all = await files('scorm12', {}, source(PAGE, course({ languages: ['en', 'ja', 'ar'] })));
    expect([...all.keys()].filter((file) => file.includes('noto'))).toHaveLength(2);
  });

  it('finding 12: lets only the page of cmi5 reach another host', async () => {
    expect(text((await files('cmi5')).get('index.html'))).toContain("connect-src 'self' https:");
    for (const kind of ['scorm12', 'scorm2004'] as const)
      expect(text((await files(kind)).get('index.html'))).toContain("connect-src 'self'\"");
  });
});

describe('a course other than that of the page', () => {
  it('is in its own folder, and the platform opens it there', async () => {
    const packed = await files('scorm2004', {}, source(PAGE, course({ title: 'Ours' }), false));
    expect([...packed.keys()].filter((file) => file.startsWith('levels/'))).toEqual([]);
    expect(packed.has('course/course.json')).toBe(true);
    expect(text(packed.get('imsmanifest.xml'))).toContain('href="index.html?course=course/course.json"');
  });
});

describe('the reason why a course cannot be packed', () => {
  const fault = async (from: PackageSource, change: Partial<PackageRequest> = {}) => {
    const packed = await makePackage(request('scorm12', change), from);
    return packed.ok ? null : packed.fault;
  };

  it('is named', async () => {
    expect(await fault(source({}))).toEqual({ code: 'no-page' });
    const { 'assets/index.js': _gone, ...less } = PAGE;
    expect(await fault(source(less))).toEqual({ code: 'no-file', file: 'assets/index.js' });
    expect(await fault(source(PAGE, { 'course.json': '{' }))).toEqual({ code: 'no-course' });
    expect(await fault(source(PAGE, { 'cv-to-rivals.json': '{}' }))).toEqual({
      code: 'bad-level',
      file: 'cv-to-rivals.json',
    });
    expect(await fault(source(PAGE, course({ levels: ['gone.json'] })))).toEqual({
      code: 'no-file',
      file: 'gone.json',
    });
    expect(await fault(source(PAGE, course({ title: '宛先' })))).toEqual({ code: 'no-id' });
    expect(await fault(source(), { id: 'Not An Id' })).toEqual({ code: 'bad-id', id: 'Not An Id' });
  });

  it('comes with the checker’s problems', async () => {
    const packed = await makePackage(request('scorm12'), source(PAGE, { 'cv-to-rivals.json': '{}' }));
    expect(packed.ok ? [] : packed.problems.map(({ file }) => file)).toContain('cv-to-rivals.json');
  });
});

test.each([
  [{ id: 'my-course', title: 'Another' }, 'my-course'],
  [{ title: 'Blind Copy' }, 'blind-copy'],
  [{ title: 'Élèves & parents!' }, 'eleves-parents'],
  [{ title: '宛先' }, null],
])('the id of the course %o is %s', (given, id) => {
  expect(courseId(given)).toBe(id);
});

/** Returns the files of the levels of the tests' course, with their translations. */
function readLevelFiles(): string[] {
  const { levels } = stated as { levels: readonly string[] };
  return levels.flatMap((file) => {
    const { translations = [] } = JSON.parse(readFileSync(join(LEVELS, file), 'utf8')) as { translations?: string[] };
    return [`levels/${file}`, ...translations.map((tag) => `levels/${file.replace('.json', `.${tag}.json`)}`)];
  });
}
