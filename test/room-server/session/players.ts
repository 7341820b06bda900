import { vi } from 'vitest';
import { joinRoom, type LivePhone, type LiveStatus, type PhoneOptions } from '../../../src/room/live/phone.ts';
import { leadRoom, type LiveScreen } from '../../../src/room/live/screen.ts';
import type { RoomState } from '../../../src/room/messages.ts';
import type { RoomResult } from '../../../src/room/result.ts';
import { addResult, type Results } from '../../../src/room/tally.ts';
import { courseLevel } from '../../engine/levels.ts';

export const SESSION = 'ABCDEFGH0123';
export const KEY = 'a key that only the screen has';
export const OPEN: RoomState = { level: 'cv-to-rivals', phase: 'open', group: 0 };
export const [ADA, BEN, CLEO] = ['AAAA0123456789AB', 'BBBB0123456789AB', 'CCCC0123456789AB'] as const;

const LEVELS = [courseLevel('cv-to-rivals')];

/** Waits until something holds, with time for a busy machine. */
export const soon = (holds: () => void) => vi.waitFor(holds, { timeout: 20_000, interval: 10 });

export const result = (participant: string): RoomResult => ({
  level: 'cv-to-rivals',
  participant,
  placement: { northwind: 'cc', southgale: 'cc' },
  prediction: null,
});

/** A screen, with what it shows. */
export interface Led {
  readonly screen: LiveScreen;
  results: Results;
  here: number;
  status: LiveStatus;
  /** How many results arrived, including repeated ones. */
  arrived: number;
}

export function lead(url: string, { key = KEY, state = OPEN } = {}): Led {
  const led: Omit<Led, 'screen'> = { results: [], here: 0, status: 'connecting', arrived: 0 };
  const screen = leadRoom({ url, session: SESSION, reconnect: 50, key, state }, () => LEVELS, {
    status: (status) => {
      led.status = status;
    },
    present: (here) => {
      led.here = here;
    },
    result: (one) => {
      led.arrived += 1;
      led.results = addResult(led.results, one);
    },
  });
  return Object.assign(led, { screen });
}

/** A phone, with what it shows. */
export interface Joined {
  readonly phone: LivePhone;
  status: LiveStatus;
  state: RoomState | null;
  received: ReadonlySet<string>;
}

export function join(url: string, participant: string, options: Partial<PhoneOptions> = {}): Joined {
  const joined: Omit<Joined, 'phone'> = { status: 'connecting', state: null, received: new Set() };
  const phone = joinRoom(
    { url, session: SESSION, reconnect: 50, repeat: 200, participant, ...options },
    ({ status, state, received }) => Object.assign(joined, { status, state, received: new Set(received) }),
  );
  return Object.assign(joined, { phone });
}
