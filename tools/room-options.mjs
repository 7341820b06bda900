import { parseArgs } from 'node:util';

export const HELP = `npm run room serves the built page and a broker to the local network, for a live session (docs/room.md).

  npm run room                                      on port 8080
  npm run room -- --port 8081 --levels cv-to-rivals,survey-mailing
  npm run room -- --files FOLDER --origin URL       writes the files for Mosquitto, and serves nothing

  --port NUMBER     the port of the page; with --files, the port of the broker behind the web server (9001)
  --address NAME    how phones reach this machine, if it has several addresses or a name
  --levels A,B      the ids of the levels to play, in this order; all of the course by default
  --folder NAME     the built page; dist by default
  --files FOLDER    where to write the files for Mosquitto
  --origin URL      the address at which a web server has the page
  --help`;

/**
 * @typedef {object} RoomOptions
 * @property {number} port
 * @property {string | undefined} address
 * @property {string | undefined} levels
 * @property {string} folder
 * @property {{ readonly folder: string, readonly origin: string } | null} files what to prepare for Mosquitto
 */

/**
 * @param {readonly string[]} args
 * @returns {RoomOptions | null} null when help is asked for
 * @throws when an option is wrong
 */
export function roomOptions(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      address: { type: 'string' },
      levels: { type: 'string' },
      folder: { type: 'string', default: 'dist' },
      files: { type: 'string' },
      origin: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return null;
  const { address, levels, folder, files, origin } = values;
  if ((files === undefined) !== (origin === undefined)) throw new Error('--files and --origin go together.');
  if (origin !== undefined && !/^https?:$/.test(protocolOf(origin)))
    throw new Error(`--origin ${origin} is not an address such as https://events.example/`);
  const port = Number(values.port ?? (files === undefined ? '8080' : '9001'));
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${values.port ?? ''} is not a port number.`);
  return {
    port,
    address,
    levels,
    folder,
    files: files === undefined || origin === undefined ? null : { folder: files, origin },
  };
}

/** @param {string} address */
function protocolOf(address) {
  try {
    return new URL(address).protocol;
  } catch {
    return '';
  }
}

/**
 * @param {NodeJS.Dict<readonly Pick<import('node:os').NetworkInterfaceInfo, 'family' | 'internal' | 'address'>[]>} interfaces
 * @returns {string[]} the addresses at which phones may reach this machine; none without a network
 */
export function localAddresses(interfaces) {
  return Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !isSelfAssigned(address))
    .map(({ address }) => address);
}

/** A machine gives itself such an address when no network has given it one (RFC 3927). @param {string} address */
const isSelfAssigned = (address) => address.startsWith('169.254.');

/**
 * @param {readonly string[]} addresses of this machine
 * @returns {string | null} what the facilitator should know about the address of the links; null for nothing
 */
export function addressAdvice([first, ...others]) {
  if (first === undefined)
    return 'This machine is in no network, so phones cannot reach it: join a network or open a hotspot, and start again. This screen works, with result codes and hands.';
  if (others.length === 0) return null;
  return `If phones cannot open the page, this machine has other addresses too: ${others.join(', ')}. Start again with, for example: npm run room -- --address ${others[0] ?? ''}`;
}
