import { expect, test } from 'vitest';
import { openStepHistory } from '../../../src/app/play/step-history.ts';
import type { PlayStage } from '../../../src/progress/index.ts';

/** The history of a window: entries with their states, as `pushState` and `popstate` have them. */
class Page extends EventTarget {
  entries: unknown[] = [null];
  at = 0;
  readonly location = { hash: '#/level/cv' };
  readonly history = {
    replaceState: (state: unknown) => void (this.entries[this.at] = state),
    pushState: (state: unknown) => {
      this.entries = [...this.entries.slice(0, this.at + 1), state];
      this.at += 1;
    },
  };
  go(by: number) {
    this.at += by;
    this.dispatchEvent(Object.assign(new Event('popstate'), { state: this.entries[this.at] }));
  }
}

function open(page = new Page()) {
  const led: { readonly stage: PlayStage; readonly step: string | null }[] = [];
  const steps = openStepHistory<string>('briefing', 'read', (to) => led.push(to), page as never);
  return { page, led, steps };
}

test('Back and Forward lead through the steps as they were left', () => {
  const { page, led, steps } = open();
  steps.add('desk', 'empty');
  steps.change('placed');
  steps.add('replay', 'watched');
  page.go(-1);
  page.go(-1);
  page.go(1);
  expect(led).toEqual([
    { stage: 'desk', step: 'placed' },
    { stage: 'briefing', step: 'read' },
    { stage: 'desk', step: 'placed' },
  ]);
});

test('a new step takes the place of those that Forward led to', () => {
  const { page, led, steps } = open();
  steps.add('desk', 'first try');
  steps.add('replay', 'first story');
  page.go(-1);
  steps.add('replay', 'second story');
  page.go(-1);
  page.go(1);
  expect(led.at(-1)).toEqual({ stage: 'replay', step: 'second story' });
});

test('after a reload only the stage is known, and only at the same address', () => {
  const { page, steps } = open();
  steps.add('desk', 'placed');
  steps.close();
  const again = open(page);
  again.steps.add('replay', 'watched');
  page.go(-2);
  expect(again.led).toEqual([{ stage: 'briefing', step: null }]);
  page.location.hash = '#/level/other';
  page.go(0);
  expect(again.led).toHaveLength(1);
});

test('a level that has closed hears nothing more', () => {
  const { page, led, steps } = open();
  steps.add('desk', 'placed');
  steps.close();
  page.go(-1);
  expect(led).toEqual([]);
});
