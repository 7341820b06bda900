import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HEADER_POLICY, HEADERS, POLICY } from '../../tools/policy.mjs';

const read = (path: string) => readFileSync(new URL(`../../docs/${path}`, import.meta.url), 'utf8');

describe('the headers for hosts', () => {
  it.each([
    ['hosting/nginx.conf', (name: string, value: string) => `add_header ${name} "${value}" always;`],
    ['hosting/apache.htaccess', (name: string, value: string) => `Header always set ${name} "${value}"`],
    ['hosting/Caddyfile', (name: string, value: string) => `${name} "${value}"`],
    ['hosting/_headers', (name: string, value: string) => `  ${name}: ${value}`],
  ])('are all in %s, as the tests send them', (file, line) => {
    const text = read(file);
    for (const [name, value] of Object.entries(HEADERS)) expect(text).toContain(line(name, value));
  });

  it('are in the guide', () => {
    expect(read('hosting.md').replaceAll(/\s+/g, ' ')).toContain(HEADER_POLICY);
  });
});

describe('the policy', () => {
  it('allows nothing inline, no eval, no other origin', () => {
    expect(POLICY).not.toMatch(/unsafe|\*|https?:|blob:|wasm/);
    expect(POLICY).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(POLICY).toContain("require-trusted-types-for 'script'");
    // Only counts in a header; in the page, browsers would warn about it in the console.
    expect(POLICY).not.toContain('frame-ancestors');
    expect(HEADER_POLICY).toContain("frame-ancestors 'self'");
  });
});
