import { beforeAll, describe, expect, test } from 'vitest';
import { behindPart, knownPeople } from '../../src/board/list-words.ts';
import { isMarkedOutside } from '../../src/board/marks.ts';
import { deskWords, type DeskWords } from '../../src/board/texts.ts';
import { letterDialog } from '../../src/board/twin-view.ts';
import type { Contact, Level } from '../../src/engine/index.ts';
import { applyCommand, startPlay, type Play } from '../../src/engine/play/play.ts';
import { setLanguage } from '../../src/i18n/index.ts';
import { crowd, level, mail, person } from '../engine/levels.ts';

beforeAll(() => setLanguage('en'));

function wordsAt(story: Level, { desk }: Play = startPlay(story), signs = true) {
  if (!desk) throw new Error('no desk');
  return deskWords(story, desk, signs);
}

describe('the members of a list', () => {
  const list = (id: string, members: string[], facts: Partial<Contact> = {}) =>
    person(id, { kind: 'list', members, ...facts });
  const look = (story: Level, id: string) => {
    const found = story.contacts.find((contact) => contact.id === id);
    if (!found) throw new Error(id);
    return [behindPart(story, found), knownPeople(story, found)] as const;
  };

  test('are its people with their numbers, and its lists with theirs', () => {
    const story = level([
      person('ana'),
      crowd('tenants', 40),
      list('inner', ['tenants']),
      list('outer', ['ana', 'inner']),
    ]);
    const [part, people] = look(story, 'outer');
    expect(people).toBe(41);
    expect(part?.lines.map(({ text }) => text)).toEqual(['ana']);
    expect(part?.parts.map(({ title }) => title)).toEqual(['inner · 40 people']);
    expect(part?.parts[0]?.lines.map(({ text }) => text)).toEqual(['tenants · 40 people']);
  });

  test('count once in the sum of a field, however many lists beside it they are on', () => {
    const story = level([
      person('ana'),
      crowd('tenants', 40),
      list('inner', ['tenants', 'ana']),
      list('outer', ['ana', 'inner']),
      list('closed', ['ana'], { behind: 'nothing' }),
    ]);
    // Ana, the tenants, and the address of the list that keeps to itself who is on it.
    expect(wordsAt(story).tray('none', {}).count).toBe(42);
  });

  test('end when a list is on itself', () => {
    const story = level([person('ana'), list('one', ['ana', 'two']), list('two', ['one'])]);
    const [part] = look(story, 'one');
    expect(part?.parts[0]?.parts[0]).toMatchObject({ title: 'one · 1 person', parts: [] });
  });

  test('stay hidden when the address book gives only their number, or nothing', () => {
    const story = level([
      person('ana'),
      list('number', ['ana'], { behind: 'number' }),
      list('nothing', ['ana'], { behind: 'nothing' }),
    ]);
    expect(look(story, 'number')[0]?.lines).toHaveLength(1);
    expect(JSON.stringify(look(story, 'number'))).not.toContain('"ana"');
    expect(look(story, 'number')[1]).toBe(1);
    expect(look(story, 'nothing')[1]).toBeNull();
    expect(wordsAt(story).cards.get('nothing')?.people).toBeNull();
  });

  test('are empty for a card that is not a list', () => {
    expect(look(level([person('ana')]), 'ana')[0]).toBeNull();
  });
});

describe('the mark of external people', () => {
  const inside = person('ana');
  const outside = person('ben', { address: 'ben@other.example' });

  test('is on people of another domain, when the sender has colleagues', () => {
    const story = level([inside, outside]);
    expect(story.contacts.filter((contact) => isMarkedOutside(story, contact))).toEqual([outside]);
    expect(wordsAt(story).cards.get('ben')?.marks).toEqual(['outside']);
    expect(wordsAt(story).label('ben', 'none')).toContain('External');
  });

  test('is on nobody when everyone is outside, unless the level says who is', () => {
    const other = person('cleo', { address: 'cleo@third.example' });
    expect(isMarkedOutside(level([outside, other]), outside)).toBe(false);
    const said = level([
      { ...outside, outside: true },
      { ...other, outside: false },
    ]);
    expect(said.contacts.map((contact) => isMarkedOutside(said, contact))).toEqual([true, false]);
  });
});

describe('a mail that follows an earlier one', () => {
  const story = level([person('ana', { name: 'Ana' }), person('ben', { name: 'Ben' }), person('cleo')], {
    received: [{ id: 'old', from: 'ana', to: ['ben'], subject: 'Old news', body: 'What is old.', sensitivity: 1 }],
    mails: [
      mail('first', { thread: { kind: 'forward', of: 'old' } }),
      mail('second', { after: 'P1D', subject: 'Second', thread: { kind: 'reply-all', of: 'first' } }),
    ],
  });

  test('says what it is, who wrote the text below, and who received it', () => {
    const words = wordsAt(story);
    expect(words.thread).toMatchObject({ kind: 'Forwards “Old news”', below: 'Quoted below: Ana' });
    expect(words.cards.get('ben')?.marks).toEqual(['on-thread']);
    expect(words.cards.get('cleo')?.marks).toEqual([]);
  });

  test('shows each mail inside the one that quotes it, with its To and Cc', () => {
    const sent = [{ type: 'place', contacts: ['cleo'], field: 'to' } as const, { type: 'send' } as const].reduce(
      (play, command) => applyCommand(story, play, command),
      startPlay(story),
    );
    const [newest] = letterDialog(wordsAt(story, sent)).parts;
    expect(newest).toMatchObject({ title: 'Sender wrote: Subject', lines: [{ text: 'To: cleo', address: false }] });
    expect(newest?.parts[0]).toMatchObject({ title: 'Ana wrote: Old news', text: 'What is old.' });
  });

  test('has no earlier mail below it otherwise', () => {
    const words = wordsAt(level([person('ana')]));
    expect(words.thread).toBeNull();
    expect(letterDialog(words).parts).toEqual([]);
  });
});

describe('fields without their signs', () => {
  const story = level([person('ana')], {
    mails: [mail('mail', { fields: ['to', 'bcc', 'instead'], instead: { name: 'By phone', reaches: true } })],
  });

  test('do not say who can see what, and nor do announcements of moves', () => {
    expect(wordsAt(story).tray('bcc', {}).why).toBe('Nobody sees these');
    const faded = wordsAt(story, startPlay(story), false);
    expect(faded.tray('bcc', {}).why).toBe('');
    expect(faded.moved(['ana'], 'bcc', { ana: 'bcc' })).toBe('Bcc. ana.');
  });

  test('still say that separate emails carry the Cc line, if the level has it', () => {
    const merged = level([person('ana')], { mails: [mail('mail', { ccOnSeparate: true })] });
    expect(wordsAt(merged, startPlay(merged), false).tray('cc', {}).why).toBe('On each separate email too');
  });

  test('still say who gets nothing, and whether an `instead` tray reaches people', () => {
    const faded = wordsAt(story, startPlay(story), false);
    expect(faded.tray('none', {}).why).toBe('They get no email');
    expect(faded.tray('instead', {})).toMatchObject({ name: 'By phone', why: 'Reaches them, each alone' });
  });

  test('name whom a move around the mail is about, and say whether it reaches them', () => {
    const move = (words: DeskWords) => words.moved(['ana'], 'instead', { ana: 'instead' });
    expect(move(wordsAt(story, startPlay(story), false))).toBe('By phone. This reaches ana separately.');
    const asked = level([person('ana')], {
      mails: [mail('mail', { fields: ['to', 'instead'], instead: { name: 'Ask first', reaches: false } })],
    });
    expect(move(wordsAt(asked))).toBe('Ask first. This email does not go to ana.');
  });
});

test('a list in Cc shows one address to everybody, and a group those of all its members', () => {
  const expandable = (kind: 'list' | 'group') =>
    level([person('ana'), person('ben'), person('cleo'), person('all', { kind, members: ['ben', 'cleo'] })]);
  const told = (kind: 'list' | 'group') => {
    const story = expandable(kind);
    return wordsAt(story).moved(['ana'], 'cc', { ana: 'cc', all: 'cc' });
  };
  expect(told('list')).toContain('addresses: 2.');
  expect(told('group')).toContain('addresses: 3.');
});
