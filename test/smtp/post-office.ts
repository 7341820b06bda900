import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';

/** A mail as it was handed over: whom the envelope names, and what the mailbox then holds. */
export interface Handed {
  readonly recipients: readonly string[];
  readonly raw: Buffer;
}

export interface PostOffice {
  readonly port: number;
  /** The mails since the last call, in the order of arrival. */
  collect(): Handed[];
  close(): Promise<void>;
}

/** A real SMTP server on loopback, which keeps what it is handed. */
export async function openPostOffice(): Promise<PostOffice> {
  let handed: Handed[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        handed.push({ recipients, raw: Buffer.concat(pieces) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    port: address.port,
    collect() {
      const collected = handed;
      handed = [];
      return collected;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** Mail software that sends to a server on this machine. Nothing leaves it: the host is loopback. */
export function mailSoftware(port: number) {
  return createTransport({
    host: '127.0.0.1',
    port,
    secure: false,
    ignoreTLS: true,
    pool: true,
    maxConnections: 1,
    maxMessages: Infinity,
  });
}
