import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkTexts, isMissingTranslation, standing } from '../../tools/check-texts.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'texts-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

interface House {
  readonly en?: unknown;
  readonly de?: unknown;
  readonly files?: Readonly<Record<string, string>>;
}

/** A project whose texts are good, with the changes of the test. */
function check(house: House): readonly string[] {
  const files: Record<string, string> = {
    'src/i18n/en.json': JSON.stringify(house.en ?? { home: { play: 'Play' } }),
    'src/i18n/de.json': JSON.stringify(house.de ?? { home: { play: 'Spielen' } }),
    'src/screens/home.ts': "t('home.play')",
    ...house.files,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return checkTexts(root);
}

const code = (text: string): House => ({ files: { 'src/board/desk.ts': text } });

describe('language files', () => {
  it('pass when they are good', () => {
    expect(check({})).toEqual([]);
  });

  it.each([
    ['a key is missing', { de: {} }, 'src/i18n/de.json lacks "home.play"'],
    [
      'a key is too many',
      { de: { home: { play: 'a', stop: 'b' } } },
      'de.json has "home.stop", which src/i18n/en.json',
    ],
    ['a text is empty', { de: { home: { play: ' ' } } }, 'src/i18n/de.json "home.play" is empty'],
    ['a text has a tag', { de: { home: { play: 'Los <b>jetzt</b>' } } }, '"home.play" has HTML'],
    ['a text has an entity', { de: { home: { play: 'Los&nbsp;jetzt' } } }, '"home.play" has HTML'],
    ['a text is a number', { de: { home: { play: 3 } } }, '"home.play" is not a text'],
    [
      'a parameter is other',
      { en: { home: { play: 'Play {{level}}' } } },
      'has no parameter, but src/i18n/en.json has',
    ],
    ['a file is no JSON', { files: { 'src/i18n/de.json': '{' } }, 'src/i18n/de.json is not JSON'],
  ])('fail when %s', (_what, house, message) => {
    expect(check(house).join('\n')).toContain(message);
  });

  const one = { home: { play_one: '{{count}} level', play_other: '{{count}} levels' } };
  it('may have plurals, each language its own', () => {
    const files = {
      'src/i18n/pl.json': JSON.stringify({
        home: { play_one: '{{count}} a', play_few: '{{count}} b', play_many: '{{count}} c', play_other: '{{count}} d' },
      }),
    };
    expect(check({ en: one, de: one, files })).toEqual([]);
  });

  it('fail without a plural that the language has', () => {
    expect(check({ en: one, de: { home: { play_other: '{{count}}' } } })).toEqual([
      'src/i18n/de.json lacks "home.play_one", a plural that the language has',
    ]);
  });

  it('only warn, during work, about a text that is not translated yet', () => {
    const missing = [
      ...check({ en: one, de: { home: { play_other: '{{count}}' } } }),
      ...check({
        en: { home: { play: 'Play', stop: 'Stop' } },
        files: { 'src/screens/a.ts': "t('home.stop')" },
      }),
    ];
    expect(missing).toHaveLength(2);
    expect(missing.filter(isMissingTranslation)).toEqual(missing);
  });

  it.each([
    ['English lacks a plural', { en: { home: { play_other: '{{count}}' } }, de: one }],
    ['code names a text that English lacks', code("t('home.pause')")],
  ])('fail also while somebody works when %s', (_what, house) => {
    expect(check(house).filter((problem) => !isMissingTranslation(problem))).not.toEqual([]);
  });

  it('fail when English is missing', () => {
    rmSync(join(root, 'src'), { recursive: true, force: true });
    expect(checkTexts(root)).toEqual(['src/i18n/en.json is missing']);
  });
});

describe('the code and the files name the same texts', () => {
  it('fails for a text that the files lack', () => {
    expect(check(code("\ni18n.t('home.pause')"))).toEqual([
      'src/board/desk.ts:2 names the text "home.pause", which src/i18n/en.json lacks',
    ]);
  });

  it('fails for a choice when one key is missing', () => {
    expect(check(code("t(on ? 'home.play' : 'home.pause')")).join()).toContain('"home.pause"');
  });

  it('fails for a template that no text matches', () => {
    expect(check(code('t(`score.${kind}`)')).join()).toContain('"score.…"');
  });

  it('fails for a text that nothing names', () => {
    expect(check({ files: { 'src/screens/home.ts': '' } })).toEqual([
      'src/i18n/de.json "home.play" is not used in src/',
      'src/i18n/en.json "home.play" is not used in src/',
    ]);
    expect(standing(root, checkTexts(root))).toEqual([
      'de: 1 texts, 0 missing, 1 unused',
      'en: 1 texts, 0 missing, 1 unused',
    ]);
  });

  it.each(['t(`home.${x}`)', 't(`${x}.play`)', "const KEYS = ['home.play'];"])('takes %s for a use', (use) => {
    expect(check({ files: { 'src/screens/home.ts': use } })).toEqual([]);
  });
});

describe('text in the code', () => {
  it.each([
    ['between tags', 'html`<p>Send</p>`', '"Send"'],
    ['beside an expression', 'html`<p class="a">${n} mails</p>`', '"… mails"'],
    ['in a template within', "html`<p>${on ? html`<b>Sent</b>` : ''}</p>`", '"Sent"'],
    ['in a label', 'html`<button aria-label="Send">${icon}</button>`', '"Send"'],
    ['in a label in part', "html`<a title='To ${name}'></a>`", '"To …"'],
    ['in a property', 'html`<input .placeholder=${x} placeholder=Name />`', '"Name"'],
    ['on the canvas', "scene.add.text(0, 0, 'Send', style)", '"Send"'],
    ['on the canvas later', 'label.setText(`${n} left`)', '"… left"'],
    ['in the page', "node.textContent = 'Sent'", '"Sent"'],
    ['in an attribute', "node.setAttribute('aria-label', 'Send')", '"Send"'],
    ['as a sentence', "announce('All mails are sent.')", '"All mails are sent."'],
    ['as a sentence with a name', 'announce(`Hello ${name}, you have mail`)', '"Hello …, you have mail"'],
  ])('fails %s', (_where, text, message) => {
    const problems = check(code(text));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${message} is a text`);
  });

  it.each([
    'html`<p class="card open" data-x="Some thing">${t("home.play")} · 3 × ${n}</p>`',
    'html`<!-- A word about it --><style>p { color: red }</style><br />`',
    "html`<button @click=${() => send(a > b)} aria-label=${t('home.play')}>×</button>`",
    "scene.add.text(0, 0, t('home.play'), { fontFamily: 'Atkinson Hyperlegible Next' })",
    "const font = 'Arial, sans-serif';",
    "throw new RangeError('There is no such card.')",
    'css`.card { color: red; }`',
    "node.setAttribute('role', 'status')",
    "if (event.key === 'Escape') close()",
    '// Send the mail\n/* All of it */',
  ])('passes %s', (text) => {
    expect(check(code(text))).toEqual([]);
  });

  it('is not looked for in code that nobody reads', () => {
    expect(check({ files: { 'src/cli/check.ts': "print('All levels are good.')" } })).toEqual([]);
  });
});
