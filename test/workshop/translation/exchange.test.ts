import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  EXCHANGE_FORMATS,
  type ExchangeFormat,
  exchangeFileName,
  formatOf,
  isRefused,
} from '../../../src/workshop/translation/exchange.ts';
import { readPo } from '../../../src/workshop/translation/po.ts';
import { type TranslationTable, translationTable } from '../../../src/workshop/translation/table.ts';
import { readExchange, takeExchange, writeExchange } from '../../../src/workshop/translation/take.ts';
import { readXliff } from '../../../src/workshop/translation/xliff.ts';
import { readXml } from '../../../src/workshop/translation/xml.ts';
import { readWhole } from '../../../src/workshop/json/read-whole.ts';
import { valueAt } from '../../../src/workshop/json/value.ts';
import { tries } from '../../tries.ts';
import { courseFiles, EVERY_NAME, levelWith } from './level-files.ts';

const noteOf = () => 'A note — “with” <signs> & such.';

/** Any text that is not blank: signs of the formats, right-to-left, line ends, and what nobody would expect. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom(
        '"',
        '\\',
        '\\n',
        '\n',
        '\r\n',
        '\r',
        '\t',
        ' ',
        '  ',
        '<b>',
        ']]>',
        '&amp;',
        '&#0;',
        'msgid "x"',
        '#~',
        'مرحبا \u200F«بك»',
        'こんにちは',
        '{n}',
        '🙂',
        '\u2028',
        '\u0085',
        '\uFEFF',
      ),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(''))
  .filter((words) => words.trim() !== '' && words.length <= 60);

describe.each(EXCHANGE_FORMATS)('texts in %s', (format) => {
  test('come back as they went, whatever they are', () => {
    fc.assert(
      fc.property(text, text, (source, target) => {
        const files = levelWith({ title: { en: source } });
        const table = translationTable(files, 'en', 'fr');
        const filled: TranslationTable = { ...table, rows: table.rows.map((row) => ({ ...row, target })) };
        const back = readExchange(`x.${format}`, writeExchange(files, filled, format, noteOf));
        expect(back.faults).toEqual([]);
        const title = back.texts.find(({ key }) => key === 'title');
        const refused = isRefused(source) || isRefused(target);
        expect(title?.target).toBe(refused ? undefined : target);
        expect(title?.source ?? null).toBe(refused || format === 'json' ? null : source);
      }),
      tries(2000),
    );
  });

  test.each(EVERY_NAME)('of %s come back into the level with nothing changed', (name) => {
    const files = courseFiles(name);
    const table = translationTable(files, 'en', 'fr');
    const written = writeExchange(files, table, format, noteOf);
    const taken = takeExchange(files, 'en', 'fr', readExchange(exchangeFileName(table, format), written));
    expect(taken).toEqual({
      files,
      changed: 0,
      same: table.rows.filter(({ target }) => target !== null).length,
      faults: [],
    });
  });

  test('name the language and the file, and the format is known again', () => {
    const table = translationTable(courseFiles('cv-to-rivals'), 'en', 'ar');
    const name = exchangeFileName(table, format);
    expect(formatOf(name, '')).toBe(format);
    const written = writeExchange(courseFiles('cv-to-rivals'), table, format, noteOf);
    expect(formatOf('unnamed', written)).toBe(format);
    const said = { language: 'ar', level: 'cv-to-rivals.json' };
    // A translation file has neither: its name says both.
    const nothing = { language: null, level: null };
    expect(readExchange(name, written)).toMatchObject(format === 'json' ? nothing : said);
  });
});

describe('a file from a translator', () => {
  const rowsOf = (words: readonly (readonly [key: string, target: string])[], format: ExchangeFormat = 'po') => {
    if (format === 'po')
      return words.map(([key, target]) => `msgctxt "${key}"\nmsgid "x"\nmsgstr "${target}"`).join('\n\n');
    const units = words.map(([key, target]) => `<trans-unit id="${key}"><target>${target}</target></trans-unit>`);
    return `<xliff version="1.2"><file target-language="fr" original="test.json"><body><group>${units.join('')}</group></body></file></xliff>`;
  };
  const take = (name: string, words: string, target = 'fr') =>
    takeExchange(levelWith({ title: { en: 'For {n} people' } }), 'en', target, readExchange(name, words));
  const codes = (taken: ReturnType<typeof take>) => taken.faults.map(({ code, line }) => `${code} ${String(line)}`);

  test('is taken into a new file beside the level where the language is new', () => {
    const { files, changed } = take('a.xlf', rowsOf([['title', 'Pour {n} personnes']], 'xliff'));
    expect(changed).toBe(1);
    expect(valueAt(readWhole(files.text), ['translations'])).toEqual(['fr']);
    expect(files.translations).toMatchObject([{ language: 'fr', file: 'test.fr.json' }]);
    expect(valueAt(readWhole(files.translations[0]?.text ?? ''), ['title'])).toBe('Pour {n} personnes');
  });

  test('is taken into the level where the other texts of its language are', () => {
    const files = levelWith({ title: { en: 'A', fr: 'B' }, summary: { en: 'C', fr: 'D' } });
    const taken = takeExchange(
      files,
      'en',
      'fr',
      readExchange(
        'a.po',
        rowsOf([
          ['title', 'Z'],
          ['briefing', 'Brief'],
        ]),
      ),
    );
    const level = readWhole(taken.files.text);
    expect(valueAt(level, ['title'])).toEqual({ en: 'A', fr: 'Z' });
    // It was for all languages, and still is for the others.
    expect(valueAt(level, ['briefing'])).toEqual({ en: 'Test', fr: 'Brief' });
    expect(taken.files.translations).toEqual([]);
  });

  test('has what does not fit kept out, with its line', () => {
    const taken = take(
      'a.po',
      rowsOf([
        ['title', 'Sans rien'],
        ['gone', 'Rien'],
        ['summary', 'x'.repeat(141)],
        ['briefing', String.raw`a\001b`],
        ['lesson.why', '  '],
      ]),
    );
    expect(codes(taken)).toEqual([
      'placeholders 3',
      'unknown-text 7',
      'too-long 11',
      'control-character 15',
      'no-text 19',
    ]);
    expect(taken.faults[0]?.params).toEqual({ id: 'title', wanted: '{n}' });
    expect(taken.changed).toBe(0);
  });

  test('in another language is kept out as a whole', () => {
    const taken = take('a.xlf', rowsOf([['summary', 'Zusammen']], 'xliff'), 'de');
    expect([taken.changed, taken.faults]).toEqual([
      0,
      [{ code: 'wrong-language', line: 0, params: { found: 'fr', wanted: 'de' } }],
    ]);
  });

  test('of another level is taken as far as it fits, with a word about it', () => {
    const other = rowsOf([['summary', 'Deux']], 'xliff').replace('test.json', 'other.json');
    expect(codes(take('a.xlf', other))).toEqual(['wrong-level 0']);
  });

  test('says where the text has changed since, and takes it', () => {
    const taken = take('a.po', 'msgctxt "summary"\nmsgid "Before"\nmsgstr "Avant"\n');
    expect([taken.changed, codes(taken)]).toEqual([1, ['source-changed 3']]);
  });

  test('has only its first translation of a text taken', () => {
    const twice = rowsOf(
      [
        ['summary', 'Un'],
        ['summary', 'Deux'],
      ],
      'xliff',
    );
    expect([take('a.xlf', twice).changed, codes(take('a.xlf', twice))]).toEqual([1, ['text-twice 1']]);
  });
});

describe('PO files', () => {
  test('may be wrapped, in any line end, with comments and old entries', () => {
    const po = [
      'msgid ""',
      'msgstr ""',
      '"Language: fr_CA\\n"',
      '',
      '# by hand',
      '#, fuzzy, no-wrap',
      '#| msgid "old"',
      'msgctxt "title"',
      'msgid "One"',
      'msgstr "Un"',
      'msgctxt "summary"',
      'msgid ""',
      '"Two "',
      '"three"',
      'msgstr "Deux "',
      '"trois"',
      '#~ msgid "gone"',
      '#~ msgstr "parti"',
      'msgctxt "plural"',
      'msgid "a"',
      'msgid_plural "b"',
      'msgstr[0] "c"',
      'msgstr[1] "d"',
    ].join('\r\n');
    expect(readPo(po)).toEqual({
      language: 'fr-CA',
      level: null,
      texts: [{ key: 'summary', source: 'Two three', target: 'Deux trois', line: 15 }],
      faults: [
        { code: 'unsure', line: 10, params: { id: 'title' } },
        { code: 'po-plural', line: 19, params: { id: 'plural' } },
      ],
    });
  });

  test('that are none are reported with the line', () => {
    expect(readPo('msgid "a"\nmsgstr "b\n').faults).toEqual([
      { code: 'not-po', line: 2, params: { text: 'msgstr "b' } },
    ]);
    expect(readPo('hello').faults).toEqual([{ code: 'not-po', line: 1, params: { text: 'hello' } }]);
    expect(readPo('').faults).toMatchObject([{ code: 'not-po', line: 0 }]);
  });
});

describe('XLIFF files', () => {
  test('may have marks of translators around the text, and codes that are nothing here', () => {
    const { texts } = readXliff(
      '<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><x:file><x:body><x:trans-unit id="a">' +
        '<x:source>One</x:source><x:target><x:mrk mtype="seg" mid="1">U<x:g id="1">n</x:g></x:mrk><x:x id="2"/>&#x21;<![CDATA[<&]]></x:target>' +
        '</x:trans-unit></x:body></x:file></x:xliff>',
    );
    expect(texts).toEqual([{ key: 'a', source: 'One', target: 'Un!<&', line: 1 }]);
  });

  test.each([
    ['<xliff version="1.2">\n<file>\n</xliff>', 'not-xml', 3],
    ['<!DOCTYPE x [<!ENTITY a "b">]>\n<xliff/>', 'not-xml', 1],
    ['<xliff version="1.2">\n&nbsp;</xliff>', 'not-xml', 1],
    ['<xliff version="2.0"/>', 'not-xliff', 1],
    ['<html/>', 'not-xliff', 1],
    ['', 'not-xml', 1],
    ['<a b="1" b="2"/>', 'not-xml', 1],
    ['<a/><a/>', 'not-xml', 1],
    ['a<b/>', 'not-xml', 1],
  ])('%j is refused', (broken, code, line) => {
    expect(readXliff(broken).faults).toMatchObject([{ code, line }]);
  });

  test('are read without running out of stack, and any text is read or refused', () => {
    expect(readXliff('<a>'.repeat(100_000)).faults[0]?.code).toBe('not-xml');
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<', '>', '/', 'a', '"', '=', '&', ';', ' ', '!--', '-->', ']]>')),
        (parts) => {
          expect(() => readXliff(parts.join(''))).not.toThrow();
        },
      ),
      tries(2000),
    );
  });

  test('are well-formed XML with everything escaped', () => {
    const table = translationTable(courseFiles('survey-mailing'), 'en', 'fr');
    const root = readXml(writeExchange(courseFiles('survey-mailing'), table, 'xliff', noteOf));
    expect(root.name).toBe('xliff');
  });
});
