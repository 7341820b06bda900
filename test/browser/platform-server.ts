import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import sirv from 'sirv';
import { makePackage, type PackageSource } from '../../src/lms/package/make.ts';
import { PACKAGE_KINDS, type PackageKind } from '../../src/lms/package/options.ts';
import { LAUNCH, recordStoreStub } from '../lms/record-store-stub.ts';
import { testPage } from './built-page.ts';

/* A learning platform that serves unpacked packages of the tests' course, for the tests in Chromium and in Firefox. */

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
async function testPackage(kind: PackageKind): Promise<Map<string, Uint8Array>> {
  const packed = await makePackage({ kind, id: null, language: null, onFail: 'incomplete' }, testSource(testPage()));
  if (!packed.ok) throw new Error(packed.fault.code);
  return new Map(Object.entries(unzipSync(packed.zip)));
}

/** A platform's server: its files, its database, and a learning record store. It can be down. */
export interface Platform {
  readonly url: string;
  /** The stored values of each learner. */
  readonly learners: Map<string, string>;
  down: boolean;
  store: ReturnType<typeof recordStoreStub>;
  /** Unpacks another package into a folder beside those of the tests' course. */
  readonly unpack: (folder: string, zip: Uint8Array) => Promise<void>;
  readonly close: () => Promise<void>;
}

const PREFIX = '/lms/';

/** Makes the packages and starts a platform that has them. */
export async function startPlatform(): Promise<Platform> {
  const folder = await mkdtemp(join(tmpdir(), 'blind-copy-platform-'));
  await unpackPackages(folder);

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
  const close = async () => {
    await new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
    await rm(folder, { recursive: true });
  };
  const unpack = async (name: string, zip: Uint8Array) => write(join(folder, name), Object.entries(unzipSync(zip)));
  return Object.assign(platform, { url: `http://127.0.0.1:${String(port)}${PREFIX}`, unpack, close });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Unpacks packages as a platform does, beside its own page. */
async function unpackPackages(folder: string): Promise<void> {
  for (const kind of PACKAGE_KINDS) {
    await write(join(folder, kind), await testPackage(kind));
  }
  const here = join(import.meta.dirname, 'platform');
  const runtime = join(import.meta.dirname, '../../node_modules/scorm-again/dist');
  for (const file of await readdir(here)) await copyFile(join(here, file), join(folder, file));
  for (const file of ['scorm12.min.js', 'scorm2004.min.js']) await copyFile(join(runtime, file), join(folder, file));
}

async function write(folder: string, files: Iterable<readonly [path: string, bytes: Uint8Array]>): Promise<void> {
  for (const [path, bytes] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
}

/** The values that a platform has stored, in the form of scorm-again. */
export type Cmi = Readonly<Record<string, unknown>> & { readonly suspend_data: string };

/** Returns what the platform has stored for a learner. */
export function storedFor({ learners }: Pick<Platform, 'learners'>, learner: string): Cmi | null {
  return JSON.parse(learners.get(learner) ?? 'null') as Cmi | null;
}

/** Returns the address with which a platform launches the cmi5 package. @param launch the file that it opens */
export function cmi5Address(site: string, token = '', launch = 'cmi5/index.html'): string {
  const parameters = new URLSearchParams({
    endpoint: `${site}xapi/`,
    fetch: `${site}token${token}`,
    actor: JSON.stringify(LAUNCH.actor),
    registration: LAUNCH.registration,
    activityId: LAUNCH.activity,
  });
  return `./${launch}${launch.includes('?') ? '&' : '?'}${parameters.toString()}`;
}
