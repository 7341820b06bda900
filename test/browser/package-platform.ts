import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FrameLocator, Locator, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import sirv from 'sirv';
import { makePackage, type PackageSource } from '../../src/lms/package/make.ts';
import { PACKAGE_KINDS, type PackageKind } from '../../src/lms/package/options.ts';
import { LAUNCH, recordStoreStub } from '../lms/record-store-stub.ts';
import { testPage } from './built-page.ts';
import { expect, test as base } from './fixtures.ts';

const read = (file: string) => readFile(file).catch(() => null);

/** Returns the built page with the tests' course, as files to pack. */
export function testSource(page: string): PackageSource {
  return {
    pageFile: (path) => read(join(page, path)),
    courseFile: (path) => read(join(page, 'levels', path)),
    course: 'course.json',
    own: true,
  };
}

/** Makes a package of the tests' course, with every level and three languages. */
export async function testPackage(kind: PackageKind): Promise<Map<string, Uint8Array>> {
  const packed = await makePackage({ kind, id: null, language: null, onFail: 'incomplete' }, testSource(testPage()));
  if (!packed.ok) throw new Error(packed.fault.code);
  return new Map(Object.entries(unzipSync(packed.zip)));
}

/** A platform's server: its files, its database, and a learning record store. It can be down. */
interface Platform {
  readonly url: string;
  /** The stored values of each learner. */
  readonly learners: Map<string, string>;
  down: boolean;
  store: ReturnType<typeof recordStoreStub>;
  readonly close: () => Promise<void>;
}

const PREFIX = '/lms/';

async function startPlatform(folder: string): Promise<Platform> {
  const files = sirv(folder, { dev: true });
  const platform = { learners: new Map<string, string>(), down: false, store: recordStoreStub() };
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? '').slice(PREFIX.length);
    const body = await bodyOf(request);
    const json = (text: string) => response.setHeader('Content-Type', 'application/json').end(text);
    // `unload` is forbidden. A platform sends no content policy of ours, so the page's own applies.
    response.setHeader('Permissions-Policy', 'unload=()');
    const [, learner] = /^database\/(\w+)$/.exec(path) ?? [];
    if (platform.down && (learner !== undefined || /alive\.txt|^xapi/.test(path))) return request.socket.destroy();
    if (learner !== undefined) {
      if (request.method === 'POST') platform.learners.set(learner, body);
      return json(platform.learners.get(learner) ?? 'null');
    }
    const asked = path.startsWith('xapi/')
      ? `${LAUNCH.endpoint}/${path.slice('xapi/'.length)}`
      : /^token\b/.test(path)
        ? LAUNCH.fetch
        : null;
    if (asked !== null) {
      const answer = await platform.store.fetch(asked, {
        method: request.method ?? 'GET',
        headers: request.headers as Record<string, string>,
        ...(body === '' ? {} : { body }),
      });
      response.statusCode = answer.status;
      return response.end(await answer.text());
    }
    request.url = `/${path}`;
    files(request, response, () => void response.writeHead(404).end());
  };
  const server = createServer((request, response) => void respond(request, response));
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return Object.assign(platform, { url: `http://127.0.0.1:${String(port)}${PREFIX}`, close });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Unpacks packages as a platform does, beside its own page. */
async function unpackPackages(folder: string): Promise<void> {
  for (const kind of PACKAGE_KINDS) {
    for (const [path, bytes] of await testPackage(kind)) {
      const file = join(folder, kind, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, bytes);
    }
  }
  const here = join(import.meta.dirname, 'platform');
  const runtime = join(import.meta.dirname, '../../node_modules/scorm-again/dist');
  for (const file of await readdir(here)) await copyFile(join(here, file), join(folder, file));
  for (const file of ['scorm12.min.js', 'scorm2004.min.js']) await copyFile(join(runtime, file), join(folder, file));
}

export const test = base.extend<{ database: Database }, { platform: Platform }>({
  platform: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'blind-copy-platform-'));
      await unpackPackages(folder);
      const platform = await startPlatform(folder);
      await use(platform);
      await platform.close();
      await rm(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  site: [({ platform }, use) => use({ url: platform.url, close: platform.close }), { scope: 'worker' }],
  database: [
    async ({ platform }, use) => {
      platform.learners.clear();
      platform.down = false;
      platform.store = recordStoreStub();
      await use({
        of: (learner) => JSON.parse(platform.learners.get(learner) ?? 'null') as Cmi | null,
        setDown: (isDown) => {
          platform.down = isDown;
        },
      });
    },
    { auto: true },
  ],
});
export { expect };

/** The values that a platform has stored, in the form of scorm-again. */
export type Cmi = Readonly<Record<string, unknown>> & { readonly suspend_data: string };

interface Database {
  readonly of: (learner: string) => Cmi | null;
  /** Takes the server down or up, for storing and for the package's files. */
  readonly setDown: (down: boolean) => void;
}

/** Opens a package as its platform does. */
export async function launch(
  page: Page,
  version: 'scorm12' | 'scorm2004',
  more: Readonly<Record<string, string>> = {},
): Promise<FrameLocator> {
  const query = new URLSearchParams({ version, ...more });
  await page.goto(`./platform.html?${query.toString()}`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('[data-level] a').first()).toBeVisible();
  return frame;
}

/** Plays the level with the two rivals to its debrief, with the keyboard. */
export async function playRivals(frame: FrameLocator | Locator, field: '3' | '4' | '2'): Promise<void> {
  await frame.locator('[data-level="cv-to-rivals"] a').first().press('Enter');
  await frame.locator('[data-to-desk]').press('Enter');
  for (const contact of ['northwind', 'southgale', 'referee'])
    await frame.locator(`.twin-card[data-contact="${contact}"]`).press(field);
  await frame.locator('[data-send]').press('Enter');
  await frame.locator('[data-watch]').press('Enter');
  await frame.locator('[data-transport="skip"]').press('Enter');
  await frame.locator('[data-go-on]').press('Enter');
  await expect(frame.locator('strong[data-stars]')).toBeVisible();
}
