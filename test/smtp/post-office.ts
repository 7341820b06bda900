import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';

/** A mail as it was delivered: the recipients on the envelope, and the content of the mailbox. */
export interface Handed {
  readonly recipients: readonly string[];
  readonly raw: Buffer;
}

export interface PostOffice {
  readonly port: number;
  /**
   * Returns the mails since the last call, in the order of arrival.
   * @param recipients how many copies have been accepted since; it waits for all of them, as a server on the way may
   *   take its time
   */
  collect(recipients: number): Promise<Handed[]>;
  close(): Promise<void>;
}

/**
 * Starts a real SMTP server on loopback, which keeps what it receives.
 * @param port to listen on; 0 for any that is free
 */
export async function openPostOffice(port = 0): Promise<PostOffice> {
  let handed: Handed[] = [];
  let arrived: () => void = () => undefined;
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
        arrived();
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    port: address.port,
    async collect(recipients) {
      while (handed.reduce((sum, mail) => sum + mail.recipients.length, 0) < recipients) {
        await new Promise<void>((resolve) => {
          arrived = resolve;
        });
      }
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

/** Mail software that sends to a server on this machine. Nothing leaves the machine, because the host is loopback. */
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
