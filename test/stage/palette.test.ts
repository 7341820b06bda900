import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast } from '../../src/engine/level/contrast.ts';
import { THEMES } from '../../src/stage/theme.ts';

const style = (name: string) =>
  readFileSync(`src/screens/style/${name}.css`, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');

/** The colours that the rules for a selector define, with later ones overriding earlier ones. */
function colours(css: string, applies: (selector: string) => boolean): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, selector = '', body = ''] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    if (!applies(selector.trim())) continue;
    for (const [, name = '', value = ''] of body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\s*;/g)) found[name] = value;
  }
  return found;
}

const day = colours(style('tokens'), (selector) => selector === ':root');

/** Text and its backgrounds: on the canvas, where axe cannot look, and on the pages. */
const TEXT = {
  ink: ['paper', 'paper-shade', 'paper-low', 'bright', 'well', 'sky', 'note', 'warn', 'desk'],
  'ink-soft': ['paper', 'paper-shade', 'paper-low', 'bright', 'well', 'sky'],
  hidden: ['paper', 'paper-shade', 'paper-low', 'bright', 'sky'],
  seen: ['paper', 'paper-shade', 'bright', 'well'],
  good: ['paper', 'bright'],
  stamp: ['paper', 'bright'],
  gold: ['paper', 'bright'],
  'warn-ink': ['warn'],
  // On surfaces filled with ink: a button, the bar after sending.
  paper: ['ink', 'ink-lift', 'hidden', 'seen'],
} as const;

/** Icons, edges with a meaning, and the focus ring: 3 is enough (WCAG 1.4.11). */
const SHAPES = {
  hidden: ['desk', 'sky', 'paper'],
  seen: ['desk', 'well'],
  edge: ['paper', 'bright'],
  'warn-edge': [],
  'on-ink': ['ink'],
  gold: ['warn'],
} as const;

describe.each(THEMES)('in the theme %s', (theme) => {
  const palette: Record<string, string> = {
    ...day,
    ...colours(style('themes'), (selector) => selector === `:root[data-theme='${theme}']`),
  };
  const measure = (one: string, other: string) => contrast(palette[one] ?? '', palette[other] ?? '');
  const pairs = (table: Readonly<Record<string, readonly string[]>>) =>
    Object.entries(table).flatMap(([ink, papers]) => papers.map((paper) => [ink, paper] as const));
  const high = theme.startsWith('contrast');

  test.each(pairs(TEXT))('%s is readable on %s', (ink, paper) => {
    expect(measure(ink, paper)).toBeGreaterThanOrEqual(high ? 7 : 4.5);
  });

  test.each(pairs(SHAPES))('%s is visible on %s', (ink, paper) => {
    expect(measure(ink, paper)).toBeGreaterThanOrEqual(3);
  });
});
