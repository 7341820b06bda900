// A plain web server for tests and benches: it serves the files of one folder below one path, as a host of the built
// page would. sirv finds the files, sets their types and sends them. This file adds the path on the host, and refuses
// links that lead out of the folder. `node tools/static-server.mjs [folder] [prefix] [port]` serves until it is
// stopped.
import { realpath } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { HEADERS } from './policy.mjs';

/**
 * @param {string} folder an absolute path without links in it
 * @param {string} path below the prefix, as the address has it
 * @returns {Promise<boolean>} whether a symbolic link takes this path out of the folder
 */
async function leadsOut(folder, path) {
  try {
    const file = await realpath(join(folder, decodeURIComponent(path)));
    return file !== folder && !file.startsWith(folder + sep);
  } catch {
    // There is no such file, or the path is not valid: sirv answers that.
    return false;
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
 * @param {string} [options.host] the address to listen on; without one only this machine can reach it
 * @param {Readonly<Record<string, string>>} [options.headers] sent with every answer
 * @returns {Promise<Site & { server: import('node:http').Server, port: number }>}
 */
export async function serve({ folder, prefix = '/', port = 0, host = '127.0.0.1', headers = {} }) {
  const root = await realpath(resolve(folder));
  // Read at each request, since tests change files while the server runs.
  const files = sirv(root, { dev: true, extensions: ['html'] });

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
    void leadsOut(root, path.slice(prefix.length)).then((out) => {
      if (out) return refuse(404);
      request.url = `/${address.slice(prefix.length)}`;
      files(request, response, () => refuse(404));
    });
  });

  await new Promise((done, failed) => {
    server.once('error', failed).listen(port, host, () => done(undefined));
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${bound.port}${prefix}`,
    server,
    port: bound.port,
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
