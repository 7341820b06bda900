import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { testPage } from './built-page.ts';

/* The servers of docs/hosting/ as a host runs them: with the shipped file, in which only the name of the site, the
   path and the folder are changed, as its first lines say. */

const SHIPPED = join(import.meta.dirname, '../../docs/hosting');
const DIST = testPage();
const PATIENCE_MS = 15_000;

interface Place {
  /** The folder of the page. */
  readonly site: string;
  /** A folder for files of the server itself. */
  readonly work: string;
  readonly port: number;
  /** The path of the page, such as `/a/b/`. */
  readonly prefix: string;
  readonly more: More;
}

/** What a host adds to the shipped file. */
interface More {
  /** True for a certificate that the test signs by itself. */
  readonly tls?: boolean;
  /** Places beside the page. */
  readonly locations?: string;
}

export interface RealServer {
  readonly name: string;
  /** The program and its Debian package. */
  readonly program: string;
  readonly from: string;
  /** Writes the configuration, and returns the arguments that start the server with it. */
  readonly configure: (place: Place) => readonly string[];
}

const shipped = (file: string) => readFileSync(join(SHIPPED, file), 'utf8');
const isRoot = process.getuid?.() === 0;

/** Replaces a piece of the file, which must be there, or the test would not test the shipped file. */
function change(text: string, changes: readonly (readonly [was: string, is: string])[]): string {
  return changes.reduce((changed, [was, is]) => {
    if (!changed.includes(was)) throw new Error(`The shipped file has no ${was}`);
    return changed.replaceAll(was, is);
  }, text);
}

/** The redirect to the page's path, which the root of a site does not need. */
const withoutLine = (text: string, start: string) =>
  text
    .split('\n')
    .filter((line) => !line.trim().startsWith(start))
    .join('\n');

function nginx({ site, work, port, prefix, more: { tls = false, locations = '' } }: Place): readonly string[] {
  const file = change(shipped('nginx.conf'), [
    ['    location /blind-copy/ {', `${locations}\n    location /blind-copy/ {`],
  ]);
  if (tls) signCertificate(work);
  const ours = change(prefix === '/' ? withoutLine(file, 'location = /blind-copy') : file, [
    ['listen 80;', `listen 127.0.0.1:${String(port)}${tls ? ` ssl; ${certificateIn(work)}` : ';'}`],
    ['/srv/blind-copy/', `${site}/`],
    ['/blind-copy/', prefix],
    ...(prefix === '/' ? [] : [['= /blind-copy ', `= ${prefix.slice(0, -1)} `] as const]),
  ]);
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(work, name)};`,
  );
  const whole = `${isRoot ? 'user root;' : ''} daemon off; pid ${join(work, 'pid')}; error_log stderr warn;
events {}
http { access_log off; ${paths.join(' ')}
${ours} }
`;
  writeFileSync(join(work, 'nginx.conf'), whole);
  return ['-c', join(work, 'nginx.conf'), '-e', 'stderr'];
}

const certificateIn = (work: string) =>
  `ssl_certificate ${join(work, 'certificate.pem')}; ssl_certificate_key ${join(work, 'key.pem')};`;

function signCertificate(work: string): void {
  const files = ['-keyout', join(work, 'key.pem'), '-out', join(work, 'certificate.pem')];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
  const name = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const { status, stderr } = spawnSync('openssl', ['req', ...kind, ...name, ...files], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`openssl signed no certificate: ${stderr}`);
}

const APACHE_MODULES = ['mpm_event', 'authz_core', 'mime', 'dir', 'alias', 'headers', 'filter', 'deflate', 'brotli'];

function apache({ site, work, port, prefix }: Place): readonly string[] {
  copyFileSync(join(SHIPPED, 'apache.htaccess'), join(site, '.htaccess'));
  const whole = [
    `ServerRoot ${work}`,
    `PidFile ${join(work, 'pid')}`,
    `ErrorLog ${join(work, 'errors')}`,
    `Listen 127.0.0.1:${String(port)}`,
    'ServerName 127.0.0.1',
    ...(isRoot ? ['User www-data', 'Group www-data'] : []),
    ...APACHE_MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`),
    'TypesConfig /etc/mime.types',
    prefix === '/' ? `DocumentRoot ${site}` : `Alias ${prefix.slice(0, -1)} ${site}`,
    `<Directory ${site}>`,
    'AllowOverride FileInfo',
    'Require all granted',
    '</Directory>',
  ];
  writeFileSync(join(work, 'httpd.conf'), `${whole.join('\n')}\n`);
  return ['-d', work, '-f', join(work, 'httpd.conf'), '-DFOREGROUND'];
}

function caddy({ site, work, port, prefix }: Place): readonly string[] {
  const file = shipped('Caddyfile');
  const ours = change(prefix === '/' ? withoutLine(file, 'redir') : file, [
    ['\nexample.org {', `\nhttp://127.0.0.1:${String(port)} {`],
    ['/srv/blind-copy', site],
    ['/blind-copy/*', `${prefix}*`],
    ...(prefix === '/' ? [] : [['/blind-copy', prefix.slice(0, -1)] as const]),
  ]);
  writeFileSync(join(work, 'Caddyfile'), `{\n\tadmin off\n\tauto_https off\n}\n${ours}`);
  return ['run', '--config', join(work, 'Caddyfile'), '--adapter', 'caddyfile'];
}

export const REAL_SERVERS: readonly RealServer[] = [
  { name: 'nginx', program: 'nginx', from: 'nginx-light', configure: nginx },
  { name: 'Apache', program: 'apache2', from: 'apache2', configure: apache },
  { name: 'Caddy', program: 'caddy', from: 'caddy', configure: caddy },
];

/** @returns the program's path; undefined when the server is not installed */
export function findServer({ program }: RealServer): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

async function freePort(): Promise<number> {
  const listener = createServer();
  await once(listener.listen(0, '127.0.0.1'), 'listening');
  const address = listener.address();
  await once(listener.close(), 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** Starts a server of the built page, at a path of its site. */
export async function startServer(
  server: RealServer,
  prefix: string,
  more: More = {},
): Promise<{ url: string; close: () => Promise<void> }> {
  const base = mkdtempSync(join(tmpdir(), 'real-server-'));
  const place = {
    site: join(base, 'site'),
    work: mkdtempSync(join(base, 'work-')),
    port: await freePort(),
    prefix,
    more,
  };
  cpSync(DIST, place.site, { recursive: true });
  // A server started by root reads files as another user.
  for (const folder of [base, place.work]) chmodSync(folder, 0o755);
  const args = server.configure(place);
  const env = { ...process.env, XDG_DATA_HOME: place.work, XDG_CONFIG_HOME: place.work };
  const child = spawn(findServer(server) ?? server.program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data) => (said += String(data)));
  const ended = once(child, 'close');
  const url = `${more.tls ? 'https' : 'http'}://127.0.0.1:${String(place.port)}${prefix}`;
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(base, { recursive: true, force: true });
  };
  const end = Date.now() + PATIENCE_MS;
  while (!(await answers(url))) {
    if (child.exitCode !== null || Date.now() > end) {
      await close();
      throw new Error(`${server.name} did not start: ${said}`);
    }
    await setTimeout(50);
  }
  return { url, close };
}

/** @returns whether a server is there, even if nobody has signed its certificate */
async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url);
    return true;
  } catch (error) {
    const cause: unknown = error instanceof Error ? error.cause : null;
    return cause instanceof Error && 'code' in cause && cause.code === 'DEPTH_ZERO_SELF_SIGNED_CERT';
  }
}

/** @returns what the server says when asked for its version */
export function versionOf(server: RealServer): string {
  const { stdout, stderr } = spawnSync(findServer(server) ?? '', [server.program === 'caddy' ? 'version' : '-v'], {
    encoding: 'utf8',
  });
  return (stdout + stderr).trim().split('\n')[0] ?? '';
}
