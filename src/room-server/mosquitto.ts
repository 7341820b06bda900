import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { phoneAccount, screenAccount } from '../room/accounts.ts';
import { everyParticipant, LARGEST_MESSAGE, stateTopic } from '../room/messages.ts';

/** The files by which Mosquitto 2 serves one session (docs/room.md explains each line). */
export interface MosquittoFiles {
  readonly 'mosquitto.conf': string;
  readonly 'room.passwords': string;
  readonly 'room.acl': string;
}

export interface MosquittoOptions {
  readonly session: string;
  readonly hostKey: string;
  /** The port on loopback. A web server brings the phones there. */
  readonly port: number;
  /** Where the files will be, with an absolute path. */
  readonly folder: string;
  readonly mostClients?: number;
  /** The salt of each password. */
  readonly salt?: () => Buffer;
}

/** @returns the text of each file by its name */
export function mosquittoFiles({
  session,
  hostKey,
  port,
  folder,
  mostClients = 3_000,
  salt = () => randomBytes(12),
}: MosquittoOptions): MosquittoFiles {
  const accounts = [phoneAccount(session), screenAccount(session, hostKey)];
  return {
    // Mosquitto 2.0.11 does not start with WebSockets alone, so it gets a socket that nothing else uses. Over WebSockets it does
    // not apply max_packet_size, so the older message_size_limit is needed too.
    'mosquitto.conf': `listener 0 ${folder}/mosquitto.socket

listener ${String(port)} 127.0.0.1
protocol websockets
socket_domain ipv4
max_connections ${String(mostClients)}
allow_anonymous false
password_file ${folder}/room.passwords
acl_file ${folder}/room.acl
persistence false
retain_available false
persistent_client_expiration 1h
message_size_limit ${String(LARGEST_MESSAGE)}
max_packet_size ${String(LARGEST_MESSAGE + 1_024)}
max_inflight_messages 100
max_queued_messages ${String(mostClients * 4)}
memory_limit 268435456
sys_interval 0
log_dest stderr
log_type error
connection_messages false
`,
    'room.passwords': accounts.map(({ username, password }) => `${username}:${hashed(password, salt())}\n`).join(''),
    'room.acl': `# A phone: %u is the session, %c the phone's own id.
pattern read ${stateTopic('%u')}
pattern read blind-copy/%u/reply/%c
pattern write blind-copy/%u/result/%c
pattern write blind-copy/%u/presence/%c

user ${screenAccount(session, hostKey).username}
topic write ${stateTopic(session)}
topic write ${everyParticipant(session, 'reply')}
topic read ${everyParticipant(session, 'result')}
topic read ${everyParticipant(session, 'presence')}
`,
  };
}

/** How mosquitto_passwd keeps a password: PBKDF2 with SHA-512. Both passwords are random, so few rounds are enough. */
function hashed(password: string, salt: Buffer): string {
  const rounds = 101;
  const hash = pbkdf2Sync(password, salt, rounds, 64, 'sha512');
  return `$7$${String(rounds)}$${salt.toString('base64')}$${hash.toString('base64')}`;
}
