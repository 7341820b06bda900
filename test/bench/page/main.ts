/** What the browser's part of the bench runs in the page; test/bench/browser.ts drives it. */
import { compose } from '../../../src/engine/compose/index.ts';
import type { Level } from '../../../src/engine/level/level.ts';
import type { Routing } from '../../../src/engine/mail/routing.ts';
import words from '../../../src/i18n/situations/en.json';
import '../../../src/screens/style/tokens.css';
import { runBare } from './bare.ts';
import { runDots, runEmpty } from './dots.ts';
import { runImages } from './images.ts';
import { openMany, runReplay, type Played } from './replays.ts';
import type { Running } from './running.ts';

export type Subject =
  | { readonly run: 'bare' | 'images'; readonly dots: number; readonly size: number }
  | { readonly run: 'dots'; readonly dots: number }
  | { readonly run: 'empty' }
  | { readonly run: 'replay'; readonly level: Level; readonly routing: Routing };

/** Milliseconds between the frames that a subject drew. */
export type Frames = readonly number[];

function start(subject: Subject): Running | Promise<Running> {
  switch (subject.run) {
    case 'bare':
      return runBare(subject.dots, subject.size);
    case 'images':
      return runImages(subject.dots, subject.size);
    case 'dots':
      return runDots(subject.dots);
    case 'empty':
      return runEmpty();
    case 'replay':
      return runReplay(subject.level, subject.routing, 1);
  }
}

let running: Running | null = null;
let frames: number[] = [];
let last = 0;
let watching = false;

function watch(now: number): void {
  if (!watching) return;
  if (last > 0) frames.push(now - last);
  last = now;
  requestAnimationFrame(watch);
}

export const bench = {
  async start(subject: Subject): Promise<void> {
    running = await start(subject);
  },
  /** Starts to record the frames. */
  watch(): void {
    frames = [];
    last = 0;
    watching = true;
    requestAnimationFrame(watch);
  },
  /** Records frames for a number of milliseconds, or until a replay has ended. */
  async frames(milliseconds: number | null): Promise<Frames> {
    if (milliseconds === null) await (running as Played).ended;
    else {
      await new Promise<void>((done) => {
        setTimeout(done, milliseconds);
      });
    }
    watching = false;
    return frames;
  },
  async stop(): Promise<void> {
    await running?.stop();
    running = null;
  },
  /** Composes situations, and returns how many milliseconds each took. */
  compose(count: number): number[] {
    return Array.from({ length: count }, (_, index) => {
      const before = performance.now();
      compose(`bench ${String(index)}`, { tag: 'en', words });
      return performance.now() - before;
    });
  },
  async openMany(level: Level, routing: Routing): Promise<void> {
    many = await openMany(level, routing);
  },
  async showMany(times: number): Promise<void> {
    for (let time = 0; time < times; time++) await many?.show();
  },
};

let many: Awaited<ReturnType<typeof openMany>> | null = null;

declare global {
  var benchPage: typeof bench;
}
globalThis.benchPage = bench;
