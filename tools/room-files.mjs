// `npm run room -- --files FOLDER --origin https://events.example/`: writes the files by which Mosquitto serves one session
// (docs/room.md).
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * @param {(typeof import('../src/room-server/mosquitto.ts'))['mosquittoFiles']} mosquittoFiles
 * @param {{ folder: string, port: number, session: string, hostKey: string }} options
 */
export function writeRoomFiles(mosquittoFiles, { folder, port, session, hostKey }) {
  const at = resolve(folder);
  mkdirSync(at, { recursive: true });
  /** @type {Record<string, string>} */
  const files = { ...mosquittoFiles({ session, hostKey, port, folder: at }) };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(at, name), text);
  console.log(`Written for Mosquitto: ${at}. Start it with: mosquitto -c ${join(at, 'mosquitto.conf')}`);
}
