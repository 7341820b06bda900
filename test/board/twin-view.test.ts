import { beforeAll, expect, test } from 'vitest';
import { layOut } from '../../src/board/layout/layout.ts';
import { NOTHING } from '../../src/board/input/selection.ts';
import { deskWords } from '../../src/board/texts.ts';
import { twinModel } from '../../src/board/twin-view.ts';
import { startPlay } from '../../src/engine/play/play.ts';
import { setLanguage } from '../../src/i18n/index.ts';
import { courseLevel } from '../engine/levels.ts';

beforeAll(() => setLanguage('en'));

/** The twin of the survey's desk on a small phone, with every batch in Bcc. */
function twin(selected: readonly string[]) {
  const level = courseLevel('survey-mailing');
  const { desk } = startPlay(level);
  if (!desk) throw new Error('no desk');
  const placement = Object.fromEntries(desk.contacts.map((id) => [id, id === 'priya' ? 'none' : 'bcc'] as const));
  const { contacts, fields } = desk;
  const layout = layOut({
    width: 320,
    height: 480,
    contacts,
    fields,
    placement,
    pages: {},
    rightToLeft: false,
    typeScale: 1,
  });
  const selection = selected.length > 0 ? { contacts: new Set(selected), anchor: null } : NOTHING;
  const model = twinModel(layout, deskWords(level, desk, true), desk, placement, selection, true);
  return { layout, model, put: (field: string) => model.trays.find((tray) => tray.field === field)?.put };
}

test('the name of a tray selects what lies there, and puts there what is selected', () => {
  const { put } = twin([]);
  expect(put('bcc')).toMatchObject({ does: 'select', label: expect.stringContaining('Bcc') as string });
  expect(put('to')?.does).toBe('nothing');
  for (const selected of [['priya'], ['batch-1', 'batch-2']]) {
    expect(['to', 'bcc', 'none'].map((field) => twin(selected).put(field)?.does)).toEqual(['put', 'put', 'put']);
  }
});

test('a card on a page that is not turned up is found behind the button that turns the page', () => {
  const { layout, model } = twin([]);
  const { pager } = layout.trays.find(({ field }) => field === 'bcc') ?? {};
  const hidden = model.cards.filter(({ shown }) => !shown);
  expect(hidden.length).toBeGreaterThan(0);
  for (const card of hidden) expect(card.box).toEqual(pager);
  for (const card of model.cards.filter(({ shown }) => shown))
    expect(card.box).toEqual(layout.cards.get(card.contact)?.box);
});

test('cards are read in the order of the address book, wherever they lie', () => {
  expect(twin([]).model.cards.map(({ contact }) => contact)).toEqual(
    startPlay(courseLevel('survey-mailing')).desk?.contacts,
  );
});
