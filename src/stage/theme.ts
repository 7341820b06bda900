import type { Settings } from '../progress/index.ts';

/** The player's choice of theme; `system` follows the device. */
export type ThemeChoice = Settings['theme'];

/** The theme of the page. High contrast is light or dark, as the device is. */
export const THEMES = ['light', 'dark', 'contrast', 'contrast-dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What the device asks for. */
export interface ThemeWishes {
  readonly dark: boolean;
  /** More contrast, or colours of its own (`forced-colors`). */
  readonly contrast: boolean;
  /** The page is being printed, on white paper. */
  readonly print: boolean;
}

/** Returns the theme for a choice and for what the device asks for. */
export function themeOf(choice: ThemeChoice, { dark, contrast, print }: ThemeWishes): Theme {
  if (print) return 'light';
  if (choice === 'contrast' || (choice === 'system' && contrast)) return dark ? 'contrast-dark' : 'contrast';
  if (choice === 'system') return dark ? 'dark' : 'light';
  return choice;
}

let choice: ThemeChoice = 'system';
let shown: Theme | null = null;
const listeners = new Set<() => void>();

const QUERIES = {
  dark: ['(prefers-color-scheme: dark)'],
  contrast: ['(prefers-contrast: more)', '(forced-colors: active)'],
  print: ['print'],
} as const;

const asks = (queries: readonly string[]) => queries.some((query) => matchMedia(query).matches);

function show(): void {
  const next = themeOf(choice, {
    dark: asks(QUERIES.dark),
    contrast: asks(QUERIES.contrast),
    print: asks(QUERIES.print),
  });
  if (next === shown) return;
  shown = next;
  const root = document.documentElement;
  root.dataset['theme'] = next;
  // The browser bar of a phone has the colour of the desk.
  const desk = getComputedStyle(root).getPropertyValue('--desk').trim();
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', desk);
  for (const listener of listeners) listener();
}

/** Sets the theme of the page and of all stages, from the settings; from then on it follows the device too. */
export function setTheme(next: ThemeChoice): void {
  if (shown === null) {
    for (const query of Object.values(QUERIES).flat()) matchMedia(query).addEventListener('change', show);
  }
  choice = next;
  show();
}

/** Returns the current theme. */
export const theme = (): Theme => shown ?? 'light';

/** True for a dark theme, with light text. */
export const isDark = (): boolean => theme() === 'dark' || theme() === 'contrast-dark';

/** Calls back after each change of the theme; returns the function that stops it. */
export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
