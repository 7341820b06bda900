/**
 * The browser's part of `npm run bench`: start, dots and replays in headless Chromium, each against a baseline of the
 * same run.
 */
import { chromium, type CDPSession, type Page } from '@playwright/test';
import { crowdOf } from '../../src/replay/dots/crowd.ts';
import { lookOf } from '../../src/replay/dots/dot-look.ts';
import { courseLevel, surveyRouting } from '../engine/levels.ts';
import { countGpuObjects, gpuObjects } from './gpu-objects.ts';
import { interactiveLines } from './interactive.ts';
import { median, printLines, type Line } from './line.ts';
import { startLines } from './start.ts';
import type { Subject } from './page/main.ts';
import { HEIGHT, WIDTH } from './page/running.ts';
import { workshopLines } from './workshop.ts';

/** Frames are drawn as fast as possible, because at 60 a second faster frames could not be compared. */
const UNLIMITED = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];
/** Excludes compiled code, which grows in the same heap while anything runs and is not a leak. */
const INTERPRETED = '--js-flags=--no-opt --no-sparkplug --no-maglev';
const WARM_UP = 1000;
/** How often each subject is measured, in turns, so that a busy machine is busy for all of them. */
const ROUNDS = 3;
const SECONDS = 4;
const REPLAYS = 50;

const level = courseLevel('survey-mailing');
const routing = surveyRouting('cc');

/** What tools/bench.mjs passes: the bench page, the built game, the browser, its arguments, and the part to run. */
const [url = '', game = '', executablePath = '', chromiumArgs = '[]', only] = process.argv.slice(2);
const plainArgs = JSON.parse(chromiumArgs) as string[];

const browserWith = (args: readonly string[]) => chromium.launch({ executablePath, args: [...plainArgs, ...args] });

async function pageIn(address: string, args: readonly string[]): Promise<Page> {
  const browser = await browserWith(args);
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  page.on('pageerror', (error) => console.error(error));
  await page.addInitScript(countGpuObjects);
  await page.goto(address);
  return page;
}

interface Measured {
  /** Milliseconds between frames. */
  readonly frames: readonly number[];
  /** Milliseconds of script for each frame. */
  readonly script: number;
}

async function scriptTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000;
}

/** @param milliseconds null: until a replay has ended */
async function measure(
  page: Page,
  session: CDPSession,
  subject: Subject,
  milliseconds: number | null,
): Promise<Measured> {
  await page.evaluate((one) => benchPage.start(one), subject);
  await page.waitForTimeout(WARM_UP);
  const before = await scriptTime(session);
  await page.evaluate(() => benchPage.watch());
  const frames = await page.evaluate((time) => benchPage.frames(time), milliseconds);
  const after = await scriptTime(session);
  await page.evaluate(() => benchPage.stop());
  return { frames, script: (after - before) / Math.max(1, frames.length) };
}

/** Measures some subjects in turns. */
async function inTurns(
  page: Page,
  subjects: readonly Subject[],
  milliseconds: number | null,
  rounds = ROUNDS,
): Promise<Measured[][]> {
  const session = await page.context().newCDPSession(page);
  // The time of the thread itself, which excludes everything else on the machine.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const all: Measured[][] = subjects.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, subject] of subjects.entries()) {
      const time = subject.run === 'replay' ? null : milliseconds;
      all[index]?.push(await measure(page, session, subject, time));
    }
  }
  return all;
}

const rateOf = ({ frames }: Measured) => (1000 * frames.length) / frames.reduce((sum, time) => sum + time, 0);
const perSecond = (rate: number) => `${rate.toPrecision(3)} frames/s`;

/** The median of the ratios of two subjects, round by round. */
function ratio(one: readonly Measured[], other: readonly Measured[], of: (measured: Measured) => number): number {
  return median(one.map((measured, round) => of(measured) / of(other[round] ?? measured)));
}

/** The diameter of the game's dots when so many fill the field, in device pixels: the baselines draw the same. */
function sizeOf(dots: number): number {
  const crowd = crowdOf('petitioners', dots, dots, { width: WIDTH, height: HEIGHT });
  return lookOf(crowd, crowd.wind > 0, 1, 0).plain;
}

async function dotLines(page: Page): Promise<Line[]> {
  const lines: Line[] = [];
  for (const count of [10_000, 100_000, 1_000_000]) {
    const subjects: Subject[] = [
      { run: 'dots', dots: count },
      { run: 'bare', dots: count, size: sizeOf(count) },
    ];
    const [own = [], bare = []] = await inTurns(page, subjects, SECONDS * 1000);
    const share = ratio(own, bare, rateOf);
    const million = count === 1_000_000;
    lines.push({
      what: `${count.toLocaleString('en')} moving dots: ${perSecond(median(own.map(rateOf)))}`,
      against: `a bare gl.POINTS of as many: ${perSecond(median(bare.map(rateOf)))}`,
      measured: `${share.toPrecision(3)} ×`,
      promised: million ? 'at least 0.8 ×' : '(growth)',
      kept: !million || share >= 0.8,
    });
  }
  const few: Subject[] = [
    { run: 'dots', dots: 10_000 },
    { run: 'images', dots: 10_000, size: sizeOf(10_000) },
  ];
  const [own = [], images = []] = await inTurns(page, few, SECONDS * 1000);
  const times = ratio(own, images, rateOf);
  return [
    ...lines,
    {
      what: `10,000 moving dots: ${perSecond(median(own.map(rateOf)))}`,
      against: `as many of Phaser's images: ${perSecond(median(images.map(rateOf)))}`,
      measured: `${times.toPrecision(3)} ×`,
      promised: 'at least 2.5 ×',
      kept: times >= 2.5,
    },
  ];
}

async function bufferLine(page: Page): Promise<Line> {
  const before = await page.evaluate(gpuObjects);
  await page.evaluate(() => benchPage.start({ run: 'dots', dots: 1_000_000 }));
  await page.waitForTimeout(WARM_UP);
  const after = await page.evaluate(gpuObjects);
  await page.evaluate(() => benchPage.stop());
  const bytes = (after.bytes - before.bytes) / 1_000_000;
  return {
    what: 'buffers of 1,000,000 dots',
    against: 'dots',
    measured: `${bytes.toPrecision(2)} bytes a dot`,
    promised: 'at most 20',
    kept: bytes <= 20,
  };
}

async function replayLines(page: Page): Promise<Line[]> {
  const subjects: Subject[] = [{ run: 'replay', level, routing }, { run: 'empty' }];
  const [played = [], empty = []] = await inTurns(page, subjects, SECONDS * 1000, 3);
  const script = ratio(played, empty, (measured) => measured.script);
  const worst = median(played.map(({ frames }) => Math.max(...frames) / median(frames)));
  const own = median(played.map((measured) => measured.script));
  return [
    {
      what: `1,136 dots and all beats, script of a frame: ${own.toPrecision(3)} ms`,
      against: `of a frame of Phaser with nothing: ${median(empty.map((measured) => measured.script)).toPrecision(3)} ms`,
      measured: `${script.toPrecision(3)} ×`,
      promised: 'at most 1.5 ×',
      kept: script <= 1.5,
    },
    {
      what: `its slowest frame after the first second`,
      against: `its median frame: ${median(played.map(({ frames }) => median(frames))).toPrecision(3)} ms`,
      measured: `${worst.toPrecision(3)} ×`,
      promised: 'at most 3 ×',
      kept: worst <= 3,
    },
  ];
}

async function leakLines(page: Page): Promise<Line[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const heap = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
  };
  await page.evaluate(([one, two]) => benchPage.openMany(one, two), [level, routing] as const);
  await page.evaluate(() => benchPage.showMany(5));
  const [bytes, objects] = [await heap(), await page.evaluate(gpuObjects)];
  await page.evaluate((times) => benchPage.showMany(times), REPLAYS);
  const [more, left] = [await heap(), await page.evaluate(gpuObjects)];
  const grown = (more - bytes) / REPLAYS;
  return [
    {
      what: `heap after ${String(REPLAYS)} more replays: ${(more / 1e6).toPrecision(3)} MB`,
      against: `before: ${(bytes / 1e6).toPrecision(3)} MB`,
      measured: `${Math.round(grown).toLocaleString('en')} bytes a replay`,
      promised: 'at most 2,000',
      kept: grown <= 2000,
    },
    {
      what: `objects of the graphics card, and contexts: ${String(left.objects)}, ${String(left.contexts)}`,
      against: `before: ${String(objects.objects)}, ${String(objects.contexts)}`,
      measured: `${String(left.objects - objects.objects + left.contexts - objects.contexts)} more`,
      promised: 'none',
      kept: left.objects === objects.objects && left.contexts === objects.contexts,
    },
  ];
}

const COMPOSED = 100;
const MOST_TO_COMPOSE = 20;

/** How long a player waits for a situation, on a processor four times slower. */
async function composeLine(page: Page): Promise<Line> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const each = await page.evaluate((count) => benchPage.compose(count), COMPOSED);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return {
    what: `a situation composed on a processor four times slower, the median of ${String(COMPOSED)}`,
    against: `the slowest, the first: ${Math.max(...each).toPrecision(3)} ms`,
    measured: `${median(each).toPrecision(3)} ms`,
    promised: `at most ${String(MOST_TO_COMPOSE)} ms`,
    kept: median(each) <= MOST_TO_COMPOSE,
  };
}

const parts: readonly (readonly [string, readonly string[], (page: Page) => Promise<Line[]>])[] = [
  ['dots', UNLIMITED, dotLines],
  ['buffers', [], async (page) => [await bufferLine(page)]],
  ['replay', [], replayLines],
  ['leaks', [INTERPRETED], leakLines],
  ['compose', [], async (page) => [await composeLine(page)]],
];
const lines: Line[] = [];
if (only === undefined || only === 'interactive') {
  const browser = await browserWith([]);
  lines.push(...(await interactiveLines(browser, game)));
  await browser.close();
}
if (only === undefined || only === 'start') {
  const browser = await browserWith([]);
  lines.push(...(await startLines(browser, game)));
  await browser.close();
}
if (only === undefined || only === 'workshop') {
  const browser = await browserWith([]);
  lines.push(...(await workshopLines(browser, game)));
  await browser.close();
}
for (const [name, args, measured] of parts) {
  if (only !== undefined && only !== name) continue;
  const page = await pageIn(url, args);
  lines.push(...(await measured(page)));
  await page.context().browser()?.close();
}
printLines(lines);
