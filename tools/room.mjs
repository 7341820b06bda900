// `npm run room`: serves the built page and a broker to the local network, so that phones can send their results to the
// facilitator's screen (docs/room.md). `npm run room -- --port 8080 --levels cv-to-rivals,survey-mailing`
// With `--files FOLDER --origin URL` it serves nothing, and prepares a session for Mosquitto.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { renderUnicode } from 'uqr';
import { build } from 'vite';
import { HEADERS } from './policy.mjs';
import { writeRoomFiles } from './room-files.mjs';
import { serve } from './static-server.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OUT = join(ROOT, '.cache/room');
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** @param {number} length @returns {string} random characters of Crockford's base 32, five bits each */
const randomCode = (length) => Array.from(randomBytes(length), (byte) => DIGITS.charAt(byte % 32)).join('');

/** @returns {string} the address of this machine on the local network */
function localAddress() {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1';
}

/**
 * @typedef {object} Options
 * @property {number} port
 * @property {string | undefined} address
 * @property {string | undefined} levels
 * @property {string} folder
 * @property {string | undefined} files where to write the files for Mosquitto
 * @property {string | undefined} origin the address at which a web server has the page
 */

/** @returns {Options} @throws when an option is wrong */
function options() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      files: { type: 'string' },
      origin: { type: 'string' },
      address: { type: 'string' },
      levels: { type: 'string' },
      folder: { type: 'string', default: 'dist' },
    },
  });
  const { files, origin } = values;
  if ((files === undefined) !== (origin === undefined)) throw new Error('--files and --origin go together.');
  const port = Number(values.port ?? (files === undefined ? '8080' : '9001'));
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${values.port ?? ''} is not a port number.`);
  return { port, address: values.address, levels: values.levels, folder: values.folder, files, origin };
}

/**
 * @param {string} source a file of src/room-server/
 * @returns {Promise<unknown>} what it exports
 */
async function compiled(source) {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { ssr: join(ROOT, 'src/room-server', source), outDir: OUT, emptyOutDir: false, target: 'node20' },
  });
  return import(pathToFileURL(join(OUT, source.replace('.ts', '.js'))).href);
}

/** @param {string} origin @param {string} session @param {string} hostKey @param {string | undefined} levels */
function printLinks(origin, session, hostKey, levels) {
  const asked = levels === undefined ? '' : `&levels=${levels}`;
  const phones = `${origin}?room=${session}${asked}#/`;
  console.log(renderUnicode(phones));
  console.log(`Phones:  ${phones}`);
  console.log(`Screen:  ${origin}?present=1&room=${session}${asked}&key=${hostKey}#/room`);
}

async function main() {
  const { port, address = localAddress(), levels, folder, files, origin } = options();
  const [session, hostKey] = [randomCode(12), randomCode(26)];
  if (files !== undefined && origin !== undefined) {
    const { mosquittoFiles } = /** @type {typeof import('../src/room-server/mosquitto.ts')} */ (
      await compiled('mosquitto.ts')
    );
    writeRoomFiles(mosquittoFiles, { folder: files, port, session, hostKey });
    printLinks(new URL('.', origin).href, session, hostKey, levels);
    console.log('The link of the screen leads the session: keep it to yourself.');
    return;
  }
  const page = join(ROOT, folder);
  if (!existsSync(join(page, 'index.html')))
    throw new Error(`There is no built page in ${folder}/. Run: npm run build`);
  const { openRoomBroker } = /** @type {typeof import('../src/room-server/broker.ts')} */ (await compiled('broker.ts'));
  const site = await serve({ folder: page, port, host: '0.0.0.0', headers: HEADERS });
  const broker = await openRoomBroker(site.server, '/room-broker', { session, hostKey });

  printLinks(`http://${address}:${String(site.port)}/`, session, hostKey, levels);
  console.log('The link of the screen leads the session: keep it to yourself. Ctrl+C ends it, and nothing is kept.');

  const stop = async () => {
    await broker.close();
    await site.close();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
}

main().catch((/** @type {unknown} */ error) => {
  const busy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  console.error(
    busy
      ? 'This port is in use. Choose another: npm run room -- --port 8081'
      : error instanceof Error
        ? error.message
        : error,
  );
  process.exitCode = 1;
});
