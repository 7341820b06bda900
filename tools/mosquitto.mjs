// `npm run test:mosquitto`: repeats the tests of a live session with Debian's Mosquitto, to show that a standard broker enforces the
// same rules.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findMosquitto, HOW_TO_GET_IT } from './mosquitto-server.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

if (findMosquitto() === undefined) {
  console.log(
    `${HOW_TO_GET_IT}\nSkipped: the tests with Mosquitto. They run without it on the built-in broker: npm test -- unit`,
  );
  process.exit(0);
}
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', 'test/room-server/session', '--testTimeout=60000', '--hookTimeout=60000'],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ROOM_BROKER: 'mosquitto' },
  },
);
process.exitCode = status === 0 ? 0 : 1;
