import { expect, test } from 'vitest';
import { NOTHING, type Selection } from '../../src/board/input/selection.ts';
import { deskWords } from '../../src/board/texts.ts';
import { movableInto, trayState } from '../../src/board/view.ts';
import { startPlay } from '../../src/engine/play/play.ts';
import { level, person } from '../engine/levels.ts';

const STORY = level([person('ana'), person('staff', { kind: 'list', members: ['ana'], needs: 'nothing' })]);

function view(contacts: readonly string[]) {
  const { desk } = startPlay(STORY);
  if (!desk) throw new Error('no desk');
  const selection: Selection = contacts.length > 0 ? { contacts: new Set(contacts), anchor: null } : NOTHING;
  return { words: deskWords(STORY, desk, true), selection, held: null, over: 'separate' as const };
}

test('a tray lights up for cards that it accepts', () => {
  expect(trayState(view([]), 'separate')).toBe('rest');
  expect(trayState(view(['ana']), 'separate')).toBe('hover');
  expect(trayState(view(['ana']), 'to')).toBe('ready');
});

test('a mailing list closes the tray for separate emails, and no other', () => {
  expect(trayState(view(['staff']), 'separate')).toBe('closed');
  expect(trayState(view(['staff']), 'bcc')).toBe('ready');
});

test('of several cards, only those that a tray accepts count', () => {
  expect(trayState(view(['staff', 'ana']), 'separate')).toBe('hover');
  expect(movableInto(view(['staff', 'ana']), 'separate')).toEqual(['ana']);
});
