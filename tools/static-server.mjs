// The plainest web server: hands out the files of one folder, below one path, as a host of the built page would.
// `node tools/static-server.mjs [folder] [prefix] [port]` serves until it is stopped.
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HEADERS } from './policy.mjs';

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wav': 'audio/wav',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/**
 * @param {string} folder an absolute path without links in it
 * @param {string} path below the prefix, as the address has it
 * @returns {Promise<string | undefined>} the file, if the folder has it
 */
async function fileFor(folder, path) {
  let decoded;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0')) return undefined;
  try {
    // Links are followed before the look at where the file is, so that neither `..` nor a link leads out.
    const file = await realpath(
      join(folder, decoded.endsWith('/') || decoded === '' ? `${decoded}index.html` : decoded),
    );
    return file.startsWith(folder + sep) && (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @typedef {object} Site
 * @property {string} url where the folder is, with a slash at its end
 * @property {() => Promise<void>} close
 *
 * @param {object} options
 * @param {string} options.folder
 * @param {string} [options.prefix] the path on the host, such as `/games/blind-copy/`
 * @param {number} [options.port] 0 takes any free one
 * @param {Readonly<Record<string, string>>} [options.headers] sent with every answer
 * @returns {Promise<Site>}
 */
export async function serve({ folder, prefix = '/', port = 0, headers = {} }) {
  const root = await realpath(resolve(folder));

  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cache-Control', 'no-cache');
    /** @param {number} status @param {Record<string, string>} [more] */
    const refuse = (status, more = {}) => {
      response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...more }).end(`${status}\n`);
    };

    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, { Allow: 'GET, HEAD' });
    const address = request.url ?? '';
    const [path = ''] = address.split('?');
    if (path === prefix.slice(0, -1)) return refuse(301, { Location: prefix + address.slice(path.length) });
    if (!path.startsWith(prefix)) return refuse(404);
    void fileFor(root, path.slice(prefix.length)).then((file) => {
      if (file === undefined) return refuse(404);
      response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
      if (request.method === 'HEAD') response.end();
      else
        createReadStream(file)
          .on('error', () => response.destroy())
          .pipe(response);
    });
  });

  await new Promise((done, failed) => {
    server.once('error', failed).listen(port, '127.0.0.1', () => done(undefined));
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${bound.port}${prefix}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = 'dist', prefix = '/', port = '4173'] = process.argv.slice(2);
  const site = await serve({ folder, prefix, port: Number(port), headers: HEADERS });
  console.log(`${folder} is at ${site.url}`);
}
