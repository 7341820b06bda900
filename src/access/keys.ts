import { hasSingleKeys } from './single-keys.ts';

/** What a key does on the desk. */
export type DeskKey =
  /** Puts the card, or all selected cards, into a tray, counted from 0. */
  | { readonly type: 'place'; readonly tray: number }
  | { readonly type: 'go'; readonly direction: 'left' | 'right' | 'up' | 'down' }
  | { readonly type: 'go-to'; readonly end: 'first' | 'last' }
  | { readonly type: 'toggle' }
  | { readonly type: 'range' }
  | { readonly type: 'menu' }
  | { readonly type: 'all' }
  | { readonly type: 'clear' };

/** The parts of a keyboard event that matter. */
export interface Key {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const DIRECTIONS = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' } as const;

function isDirection(key: string): key is keyof typeof DIRECTIONS {
  return key in DIRECTIONS;
}

/**
 * Reads the digit of a key. It also goes by the key's position, as digits need Shift on a French keyboard and differ on
 * an Arabic one.
 */
export function digitOf({ key, code }: Pick<Key, 'key' | 'code'>): number | null {
  const digit = /^[1-9]$/.exec(key)?.[0] ?? /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  return digit === undefined ? null : Number(digit);
}

/**
 * Reads the letter of a key, a to z. It goes by the key's position where the keyboard writes another script, such as
 * Arabic.
 */
export function letterOf({ key, code }: Pick<Key, 'key' | 'code'>): string | null {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  return /^\p{L}$/u.test(key) ? (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? null) : null;
}

/** Reads a key; returns null when the desk does not use it, so that the browser can. */
export function readKey(key: Key): DeskKey | null {
  if (key.altKey) return null;
  if (key.ctrlKey || key.metaKey) {
    return letterOf(key) === 'a' && !key.shiftKey ? { type: 'all' } : null;
  }
  if (isDirection(key.key)) return { type: 'go', direction: DIRECTIONS[key.key] };
  switch (key.key) {
    case 'Home':
      return { type: 'go-to', end: 'first' };
    case 'End':
      return { type: 'go-to', end: 'last' };
    case ' ':
      return { type: key.shiftKey ? 'range' : 'toggle' };
    case 'Enter':
      return { type: 'menu' };
    case 'Escape':
      return { type: 'clear' };
    default: {
      const digit = digitOf(key);
      return digit === null || !hasSingleKeys() ? null : { type: 'place', tray: digit - 1 };
    }
  }
}
