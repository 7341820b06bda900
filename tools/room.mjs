// `npm run room`: serves the built page and a broker to the local network, so that phones can send their results to the
// facilitator's screen (docs/room.md). `npm run room -- --help` lists its options.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { renderUnicodeCompact } from 'uqr';
import { HEADERS } from './policy.mjs';
import { writeRoomFiles } from './room-files.mjs';
import { addressAdvice, HELP, localAddresses, roomOptions } from './room-options.mjs';
import { serve } from './static-server.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OUT = join(ROOT, '.cache/room');
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** @param {number} length @returns {string} random characters of Crockford's base 32, five bits each */
const randomCode = (length) => Array.from(randomBytes(length), (byte) => DIGITS.charAt(byte % 32)).join('');

/**
 * @param {string} source a file of src/room-server/
 * @returns {Promise<unknown>} what it exports
 */
async function compiled(source) {
  const { build } = await import('vite');
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { ssr: join(ROOT, 'src/room-server', source), outDir: OUT, emptyOutDir: false, target: 'node20' },
  });
  return import(pathToFileURL(join(OUT, source.replace('.ts', '.js'))).href);
}

/** White on black whatever the colours of the terminal, because not every phone reads an inverted code. */
const [COLOURS, PLAIN] = process.stdout.isTTY ? ['\u001B[97;40m', '\u001B[0m'] : ['', ''];

/** @param {string} text @returns {string} its QR code with the quiet zone that scanners need */
const qrCode = (text) =>
  renderUnicodeCompact(text, { border: 4 })
    .split('\n')
    .map((line) => `${COLOURS}${line}${PLAIN}`)
    .join('\n');

/** @param {string} origin @param {string} session @param {string} hostKey @param {string | undefined} levels */
function printLinks(origin, session, hostKey, levels) {
  const asked = levels === undefined ? '' : `&levels=${levels}`;
  const phones = `${origin}?room=${session}${asked}#/`;
  console.log(qrCode(phones));
  console.log(`Phones:  ${phones}`);
  console.log(`Screen:  ${origin}?present=1&room=${session}${asked}&key=${hostKey}#/room`);
}

async function main() {
  const options = roomOptions(process.argv.slice(2));
  if (options === null) {
    console.log(HELP);
    return;
  }
  const { port, levels, files } = options;
  const [session, hostKey] = [randomCode(12), randomCode(26)];
  if (files !== null) {
    const { mosquittoFiles } = /** @type {typeof import('../src/room-server/mosquitto.ts')} */ (
      await compiled('mosquitto.ts')
    );
    writeRoomFiles(mosquittoFiles, { folder: files.folder, port, session, hostKey });
    printLinks(new URL('.', files.origin).href, session, hostKey, levels);
    console.log('The link of the screen leads the session: keep it to yourself.');
    return;
  }
  const page = join(ROOT, options.folder);
  if (!existsSync(join(page, 'index.html')))
    throw new Error(`There is no built page in ${options.folder}/. Run: npm run build`);
  // A port that is in use is found before the broker is compiled.
  const site = await serve({ folder: page, port, host: '0.0.0.0', headers: HEADERS });
  const { openRoomBroker } = /** @type {typeof import('../src/room-server/broker.ts')} */ (await compiled('broker.ts'));
  const broker = await openRoomBroker(site.server, '/room-broker', { session, hostKey });

  const addresses = localAddresses(networkInterfaces());
  const address = options.address ?? addresses[0] ?? '127.0.0.1';
  printLinks(`http://${address}:${String(site.port)}/`, session, hostKey, levels);
  console.log('The link of the screen leads the session: keep it to yourself. Ctrl+C ends it, and nothing is kept.');
  const advice = options.address === undefined ? addressAdvice(addresses) : null;
  if (advice !== null) console.log(advice);

  const stop = async () => {
    await broker.close();
    await site.close();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
}

/** @param {unknown} error @returns {unknown} what to say about it */
function explained(error) {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') return 'This port is in use. Choose another: npm run room -- --port 8081';
  if (code === 'EACCES')
    return 'This port needs rights that you do not have. Choose another: npm run room -- --port 8081';
  return error instanceof Error ? error.message : error;
}

main().catch((/** @type {unknown} */ error) => {
  console.error(explained(error));
  // The page may be served already.
  process.exit(1);
});
