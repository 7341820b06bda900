import { describe, expect, it } from 'vitest';
import { addressAdvice, HELP, localAddresses, roomOptions } from '../../tools/room-options.mjs';

describe('npm run room', () => {
  it('serves the built page on port 8080 by default', () => {
    expect(roomOptions([])).toEqual({
      port: 8080,
      address: undefined,
      levels: undefined,
      folder: 'dist',
      files: null,
    });
    expect(roomOptions(['--port', '0', '--levels', 'a,b'])).toMatchObject({ port: 0, levels: 'a,b' });
  });

  it('prepares files for a broker behind a web server', () => {
    const files = { folder: '/etc/blind-copy', origin: 'https://events.example/' };
    expect(roomOptions(['--files', files.folder, '--origin', files.origin])).toMatchObject({ port: 9001, files });
  });

  it.each([
    ['a port that is none', ['--port', '80x'], '--port 80x is not a port number.'],
    ['a port that is too high', ['--port', '65536'], '--port 65536 is not a port number.'],
    ['files without an origin', ['--files', 'x'], '--files and --origin go together.'],
    ['an origin without files', ['--origin', 'https://a.example/'], '--files and --origin go together.'],
    ['an origin that is no address', ['--files', 'x', '--origin', 'events.example'], '--origin events.example is not'],
    ['an unknown option', ['--prot', '80'], "Unknown option '--prot'"],
  ])('refuses %s', (_, args, message) => {
    expect(() => roomOptions(args)).toThrow(message);
  });

  it('lists every option that it takes', () => {
    expect(roomOptions(['--help'])).toBeNull();
    for (const option of ['port', 'address', 'levels', 'folder', 'files', 'origin', 'help'])
      expect(HELP).toContain(`--${option}`);
  });
});

describe('the address of the links', () => {
  const at = (address: string, internal = false, family: 'IPv4' | 'IPv6' = 'IPv4') => ({ address, internal, family });

  it('is one that phones on the network can reach', () => {
    const interfaces = {
      lo: [at('127.0.0.1', true), at('::1', true, 'IPv6')],
      usb0: [at('169.254.7.7')],
      wlan0: [at('fe80::1', false, 'IPv6'), at('192.168.1.7')],
      docker0: [at('172.17.0.1')],
    };
    expect(localAddresses(interfaces)).toEqual(['192.168.1.7', '172.17.0.1']);
  });

  it('comes with advice if the machine has several addresses, or none', () => {
    expect(addressAdvice(['192.168.1.7'])).toBeNull();
    expect(addressAdvice(['192.168.1.7', '172.17.0.1'])).toContain('--address 172.17.0.1');
    expect(addressAdvice(localAddresses({ lo: [at('127.0.0.1', true)] }))).toContain('in no network');
  });
});
