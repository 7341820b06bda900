// `npm run test:postfix`: repeats the mail server's tests with Debian's Postfix between the mail software and the
// mailboxes. It runs its own Postfix, in a temporary folder and on loopback only; the machine's own Postfix is not
// touched.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const DAEMONS = '/usr/lib/postfix/sbin';
const POSTFIX = '/usr/sbin/postfix';

const HOW_TO_GET_IT = `This needs Postfix, and to be root, since Postfix takes its users' rights itself:
  apt-get install postfix      (Debian; "No configuration" is enough)
The same tests run without it, against another mail server: npm test -- unit`;

/** @returns {Promise<number>} a port of this machine that is free now */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}

/**
 * @param {string} folder
 * @param {number} mailboxes the port to hand every mail on to
 */
const mainConfig = (folder, mailboxes) => `compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
daemon_directory = ${DAEMONS}
command_directory = /usr/sbin
mail_owner = postfix
setgid_group = postdrop
maillog_file_prefixes = ${folder}
maillog_file = ${folder}/log
myhostname = postfix.example
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_peername_lookup = no
relayhost = [127.0.0.1]:${String(mailboxes)}
smtp_dns_support_level = disabled
smtp_tls_security_level = none
alias_maps =
alias_database =
`;

/** @param {number} port where it takes mail */
const masterConfig = (port) => `127.0.0.1:${String(port)} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`;

if (!existsSync(POSTFIX) || !existsSync(DAEMONS) || process.getuid?.() !== 0) {
  console.error(HOW_TO_GET_IT);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'blind-copy-postfix-'));
const [port, mailboxes] = [await freePort(), await freePort()];
const [config, log] = [join(folder, 'etc'), join(folder, 'log')];
// Postfix runs as its own user, who must be able to reach the queue.
chmodSync(folder, 0o755);
for (const name of ['etc', 'queue', 'data']) mkdirSync(join(folder, name));
spawnSync('chown', ['postfix', join(folder, 'data')]);
writeFileSync(join(config, 'main.cf'), mainConfig(folder, mailboxes));
writeFileSync(join(config, 'master.cf'), masterConfig(port));

try {
  const { status: started } = spawnSync(POSTFIX, ['-c', config, 'start'], { stdio: 'inherit' });
  if (started !== 0) throw new Error('Postfix did not start.');
  const { status } = spawnSync(
    process.execPath,
    [
      join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs'),
      'run',
      'test/smtp',
      '--testTimeout=1200000',
    ],
    {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, SMTP_PORT: String(port), MAILBOX_PORT: String(mailboxes) },
    },
  );
  const handedOn = existsSync(log) ? readFileSync(log, 'utf8').split('status=sent').length - 1 : 0;
  console.log(`Postfix handed on ${String(handedOn)} copies.`);
  // Tests that pass without Postfix having done anything prove nothing.
  process.exitCode = status === 0 && handedOn > 0 ? 0 : 1;
} finally {
  spawnSync(POSTFIX, ['-c', config, 'stop'], { stdio: 'ignore' });
  rmSync(folder, { recursive: true, force: true });
}
