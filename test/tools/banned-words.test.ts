import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bannedWords } from '../../tools/banned-words.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'banned-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function found(path: string, content: unknown): readonly string[] {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return bannedWords(root);
}

describe('a text for players says none of', () => {
  test.each([
    'Who sees whom on your mail?',
    'Nobody learned of anybody they did not know of in this matter.',
    'Nobody feels asked',
    'An answer to all comes from Ana.',
    'Somebody stepped out of Bcc',
    'The talk could not start',
    'The regulator demands a penalty.',
    'Safe, but only by one field',
    'None of them is your business',
    'None of this reader’s business is your business.',
    'Nothing of it counts',
    'The rule to take with you',
    'Go on',
    'Go on to the debrief',
    'Time to take a mail back',
    'As my device says',
    'Nothing sounds before you touch the page',
    'Your name, as it is to stand on it',
    'Did you hide those you must not?',
    'Put away',
    'Hello,\n\nyou reported a crime to us.',
    'You start anew.',
    'Ask whoever hosts it.',
    'The sender is told.',
    'Your e-mail',
    'All letters',
    'In your address book everyone lies in one group.',
    'Ruth asks back and signs it.',
    'They must all hear of it.',
    'They ask you where he has their address from.',
    'That is 12 times one person is shown to another.',
    'Nobody of that name.',
    'Press a name, or just go on.',
    'Who at our place answers the phone?',
    'What does each of them need, and what not?',
    'The rule to take home.',
  ])('“%s”', (text) => {
    expect(found('src/i18n/en.json', { home: { lead: text } }).join()).toContain('src/i18n/en.json "home.lead" says');
  });

  test.each([
    'Who can see who on your email?',
    'Nobody saw anyone they shouldn’t have.',
    'Sent: {{mails}}.',
    'The field “mails” is missing here.',
    'A mailing list cannot be used for a mail merge.',
    'Hello,\n\nYou reported a crime to us.',
    'Small letters a to z.',
  ])('which “%s” does not', (text) => {
    expect(found('src/i18n/en.json', { home: { lead: text } })).toEqual([]);
  });
});

describe('looks at', () => {
  const en = {
    title: { en: 'Somebody', de: 'Wie mein Gerät' },
    contacts: [{ id: 'mail', address: 'mail@mail.example' }],
  };

  test('each language of a level, but not its ids and addresses', () => {
    const problems = found('levels/a.json', en);
    expect(problems).toHaveLength(2);
    expect(problems[0]).toContain('levels/a.json "title.en" says “Somebody”');
    expect(problems[1]).toContain('levels/a.json "title.de" says “Wie mein Gerät”');
  });

  test.each([
    ['src/i18n/de.json', 'Nächster Brief'],
    ['src/i18n/fr.json', 'Lettre suivante'],
    ['src/i18n/es.json', 'Carta siguiente'],
    ['src/i18n/ja.json', '次の手紙'],
    ['src/i18n/ar.json', 'كما في جهازي'],
    ['src/cli/en.json', 'Who sends the mail?'],
    ['levels/a.fr.json', 'Comme mon appareil'],
    ['src/workshop/templates/texts/en.json', 'It shows nobody to anybody.'],
  ])('%s', (path, text) => {
    expect(found(path, { text })).toHaveLength(1);
  });

  test('the guide and its reference, but not the names of fields', () => {
    expect(
      found('docs/write-a-level.md', 'One\nTwo mails, `mails`\n\n## Every field\n\n- One of "mails". A mail.'),
    ).toEqual([
      'docs/write-a-level.md:2 says “mails”: write email (docs/style.md)',
      'docs/write-a-level.md:6 says “mail”: write email (docs/style.md)',
    ]);
  });

  test.each([
    ['index.html', '<meta\n name="description"\n content="Address a mail."\n/>'],
    ['assets/app.webmanifest', '{ "description": "Address a mail." }'],
  ])('the description in %s', (path, text) => {
    expect(found(path, text)).toEqual([`${path} "description" says “mail”: write email (docs/style.md)`]);
  });

  test('nothing when the files are missing', () => {
    expect(bannedWords(root)).toEqual([]);
  });
});

describe('French keeps its punctuation with the word', () => {
  test.each(['Bonjour !', 'Qui verra quoi?', '« très bien »', 'Trop tard;', 'Attention : danger'])(
    'not “%s”',
    (text) => {
      expect(found('src/i18n/fr.json', { text })).toEqual([expect.stringContaining('no-break space')]);
    },
  );
  test.each(['Bonjour\u00A0!', 'Il est 10:30', '«\u00A0bien\u00A0»', 'Une adresse\u202F: la vôtre'])(
    'but “%s”',
    (text) => {
      expect(found('src/i18n/fr.json', { text })).toEqual([]);
    },
  );
});
