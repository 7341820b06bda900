import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
/** Already compressed. */
const AS_THEY_ARE = ['.woff2', '.png'];

interface Answer {
  readonly type: string;
  readonly body: Buffer;
  readonly packed: boolean;
}

export interface GoodHost {
  readonly url: string;
  readonly close: () => void;
  /** Counts from now on: the responses, and the bytes of their bodies. */
  readonly count: () => Counted;
}

export interface Counted {
  /** Each file by its path, with the bytes that were sent for it. */
  readonly sent: { readonly path: string; readonly bytes: number }[];
}

/**
 * Serves files as a good host does: text is compressed with Brotli, once, and unchanged files get a 304.
 * @param folders by the path that they are served at, such as `/game/`
 * @param texts virtual files, by their path
 */
export async function goodHost(
  folders: Readonly<Record<string, string>>,
  texts: Readonly<Record<string, string | Buffer>> = {},
): Promise<GoodHost> {
  const answers = new Map<string, Promise<Answer>>();
  let counted: Counted = { sent: [] };

  const read = async (path: string): Promise<Buffer> => {
    const text = texts[path];
    if (text !== undefined) return Buffer.from(text);
    const at = Object.keys(folders).find((start) => path.startsWith(start));
    if (at === undefined) throw new Error(`There is no ${path}`);
    return readFile(join(folders[at] ?? '', normalize(`/${path.slice(at.length)}`)));
  };
  const answerFor = async (path: string): Promise<Answer> => {
    const file = path.endsWith('/') ? `${path}index.html` : path;
    const content = await read(file);
    const packed = !AS_THEY_ARE.includes(extname(file));
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    return { type, body: packed ? brotliCompressSync(content) : content, packed };
  };

  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '');
    const answer = answers.get(path) ?? answerFor(path);
    answers.set(path, answer);
    answer.then(
      ({ type, body, packed }) => {
        const tag = `"${String(body.length)}"`;
        const cache = /-[\w-]{8}\.(js|css|woff2)$/.test(path) ? 'max-age=31536000, immutable' : 'no-cache';
        const headers = { 'Content-Type': type, 'Cache-Control': cache, ETag: tag };
        const isKnown = request.headers['if-none-match'] === tag;
        counted.sent.push({ path, bytes: isKnown ? 0 : body.length });
        if (isKnown) response.writeHead(304, headers).end();
        else response.writeHead(200, { ...headers, ...(packed ? { 'Content-Encoding': 'br' } : {}) }).end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
    count: () => (counted = { sent: [] }),
  };
}
