import { expect, test } from 'vitest';
import { themeOf } from '../../src/stage/theme.ts';

const DEVICE = { dark: false, contrast: false, print: false };

test.each([
  ['system', {}, 'light'],
  ['system', { dark: true }, 'dark'],
  ['system', { contrast: true }, 'contrast'],
  ['system', { dark: true, contrast: true }, 'contrast-dark'],
  ['light', { dark: true, contrast: true }, 'light'],
  ['dark', { contrast: true }, 'dark'],
  ['contrast', {}, 'contrast'],
  ['contrast', { dark: true }, 'contrast-dark'],
  ['dark', { print: true }, 'light'],
  ['contrast', { dark: true, print: true }, 'light'],
] as const)('%s on a device that asks for %o is %s', (choice, wishes, theme) => {
  expect(themeOf(choice, { ...DEVICE, ...wishes })).toBe(theme);
});
