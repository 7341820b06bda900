import { expect, test } from 'vitest';
import { watchReload, type Reloadable } from '../../../src/app/package/reload.ts';

/** Returns a window whose events the test sends. */
function watched(hasNavigation = true) {
  const view = new EventTarget();
  const navigation = new EventTarget();
  const isReloading = watchReload(Object.assign(view, hasNavigation ? { navigation } : {}) as unknown as Reloadable);
  return {
    isReloading,
    navigate: (navigationType: string) =>
      navigation.dispatchEvent(Object.assign(new Event('navigate'), { navigationType })),
    press: (key: string, more = {}) =>
      view.dispatchEvent(Object.assign(new Event('keydown'), { key, ctrlKey: false, metaKey: false, ...more })),
    click: () => view.dispatchEvent(new Event('pointerdown')),
  };
}

test('a page that a script loads again is reloading, and one that goes elsewhere is not', () => {
  const { navigate, isReloading } = watched();
  expect(isReloading()).toBe(false);
  navigate('reload');
  expect(isReloading()).toBe(true);
  navigate('push');
  expect(isReloading()).toBe(false);
});

test.each([
  ['F5', {}],
  ['r', { ctrlKey: true }],
  ['R', { metaKey: true, shiftKey: true }],
])('a page is reloading after the keys %s %o, even without the Navigation API', (key, more) => {
  const { press, isReloading } = watched(false);
  press(key, more);
  expect(isReloading()).toBe(true);
});

test.each([
  ['r', {}],
  ['w', { ctrlKey: true }],
  ['F4', { altKey: true }],
])('a page is closing after the keys %s %o', (key, more) => {
  const { press, isReloading } = watched();
  press('F5');
  press(key, more);
  expect(isReloading()).toBe(false);
});

test('a click after the keys says that the reload has not happened', () => {
  const { press, click, isReloading } = watched();
  press('F5');
  click();
  expect(isReloading()).toBe(false);
});
