/**
 * `npm run bench -- courses`: what more levels cost the home page. Courses of 3, 15 and 48 levels, and a page with nothing but
 * Phaser, are opened in turns over the same slow line.
 */
import { chromium, type Browser } from '@playwright/test';
import { goodHost } from './good-host.ts';
import { GAME, PHASER, usableAfter } from './interactive.ts';
import { median, printLines, type Line } from './line.ts';
import { BARE } from './slow-device.ts';

/** What tools/bench.mjs passes: the browser, its arguments, and the built games of 3, 15 and 48 levels. */
const [executablePath = '', chromiumArgs = '[]', ...games] = process.argv.slice(2);
const TURNS = Number(process.env['TURNS'] ?? 5);
const COUNTS = [3, 15, 48] as const;
type Count = (typeof COUNTS)[number];

interface Visit {
  readonly time: number;
  readonly requests: number;
  readonly code: number;
}

const host = await goodHost(
  Object.fromEntries(COUNTS.map((count, index) => [`/course-${String(count)}/`, games[index] ?? ''])),
  BARE,
);

async function visit(browser: Browser, path: string, subject: typeof GAME): Promise<Visit> {
  const counted = host.count();
  let sent: readonly { readonly path: string; readonly bytes: number }[] = [];
  // Counted when the page can be used: what it fetches while it is idle delays nobody.
  const use: typeof subject.use = async (page) => {
    sent = [...counted.sent];
    await subject.use(page);
  };
  const time = await usableAfter(browser, host.url, { ...subject, path, use });
  const code = sent.filter((file) => /\.(js|css)$/.test(file.path)).reduce((sum, { bytes }) => sum + bytes, 0);
  return { time, requests: sent.length, code };
}

const browser = await chromium.launch({ executablePath, args: JSON.parse(chromiumArgs) as string[] });
const visits = new Map<Count | 'bare', Visit[]>();
for (let turn = 0; turn <= TURNS; turn += 1) {
  for (const count of [...COUNTS, 'bare'] as const) {
    const path = count === 'bare' ? PHASER.path : `/course-${String(count)}/`;
    const one = await visit(browser, path, count === 'bare' ? PHASER : GAME);
    // The first turn fills the machine's caches.
    if (turn > 0) visits.set(count, [...(visits.get(count) ?? []), one]);
  }
}
await browser.close();
host.close();

/** The median over the turns of what one visit took against another of the same turn. */
function ratio(one: Count, other: Count | 'bare', of: (visit: Visit) => number): number {
  const base = visits.get(other) ?? [];
  return median((visits.get(one) ?? []).map((own, turn) => of(own) / of(base[turn] ?? own)));
}
const middle = (count: Count | 'bare', of: (visit: Visit) => number) =>
  Math.round(median((visits.get(count) ?? []).map(of))).toLocaleString('en');

function line(
  what: string,
  unit: string,
  one: Count,
  other: Count | 'bare',
  of: (visit: Visit) => number,
  most: number,
): Line {
  const measured = ratio(one, other, of);
  const against = other === 'bare' ? 'a page with nothing but an unmodified Phaser' : `${String(other)} levels`;
  return {
    what: `home with ${String(one)} levels, ${what}: ${middle(one, of)} ${unit}`,
    against: `${against}: ${middle(other, of)} ${unit}`,
    measured: `${measured.toPrecision(3)} ×`,
    promised: `at most ${String(most)} ×`,
    kept: measured <= most,
  };
}

const time = (one: Visit) => one.time;
const requests = (one: Visit) => one.requests;
const code = (one: Visit) => one.code;
printLines([
  line('code', 'bytes', 15, 3, code, 1.1),
  line('requests', '', 15, 3, requests, 1.1),
  line('time to use', 'ms', 15, 3, time, 1.1),
  line('code', 'bytes', 48, 3, code, 1.3),
  line('requests', '', 48, 3, requests, 1.3),
  line('time to use', 'ms', 48, 3, time, 1.3),
  line('time to use', 'ms', 15, 'bare', time, 0.6),
]);
