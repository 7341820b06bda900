import { expect, test } from 'vitest';
import { openRoundHistory, type RoundPlace } from '../../../src/app/practice/round-history.ts';

/** A window with only a history, which calls back at once. */
function fakeWindow() {
  const entries: unknown[] = [null];
  let at = 0;
  const listeners = new Set<(event: { state: unknown }) => void>();
  const history = {
    get state() {
      return entries[at];
    },
    pushState(state: unknown) {
      entries.splice(at + 1, entries.length, state);
      at += 1;
    },
    replaceState(state: unknown) {
      entries[at] = state;
    },
    go(by: number) {
      at += by;
      for (const listener of listeners) listener({ state: entries[at] });
    },
  };
  const view = {
    history,
    addEventListener: (_: string, listener: (event: { state: unknown }) => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: (event: { state: unknown }) => void) => listeners.delete(listener),
  };
  return { view: view as unknown as Parameters<typeof openRoundHistory>[2], history };
}

const START: RoundPlace = { kind: 'start' };
const email = (index: number, desk = false): RoundPlace => ({ kind: 'email', index, desk });

test('Back goes one step, and past the emails that were sent', () => {
  const { view, history } = fakeWindow();
  const shown: RoundPlace[] = [];
  const round = openRoundHistory(
    'day',
    (_, place) => {
      if (place.kind === 'email' && place.index < 1) round.skip();
      else shown.push(place);
    },
    view,
  );
  round.replace('s', START);
  round.add('s', email(0));
  round.add('s', email(0, true));
  round.replace('s', { kind: 'between', index: 0 });
  round.add('s', email(1));
  history.go(-1);
  history.go(-1);
  expect(shown).toEqual([{ kind: 'between', index: 0 }, START]);
  // Forward skips the email that was sent as well.
  history.go(1);
  expect(shown.at(-1)).toEqual({ kind: 'between', index: 0 });
});

test('a place survives a reload, but not for another seed or another practice', () => {
  const { view } = fakeWindow();
  const round = openRoundHistory('day', () => {}, view);
  round.add('s', email(2, true));
  round.close();
  expect(openRoundHistory('day', () => {}, view).placeOf('s')).toEqual(email(2, true));
  expect(openRoundHistory('day', () => {}, view).placeOf('t')).toBeNull();
  expect(openRoundHistory('today', () => {}, view).placeOf('s')).toBeNull();
});

test('an entry that a level or a link has made is no place of a round', () => {
  const { view, history } = fakeWindow();
  const shown: RoundPlace[] = [];
  history.replaceState({ run: '1', index: 0, stage: 'desk' });
  const round = openRoundHistory('day', (_, place) => shown.push(place), view);
  expect(round.placeOf('')).toBeNull();
  round.add('s', START);
  history.go(-1);
  expect(shown).toEqual([]);
});
