import * as fc from 'fast-check';
import * as z from 'zod/mini';
import { LEVEL_TEXTS } from '../../src/engine/index.ts';
import { longestText } from '../../src/engine/level/format.ts';
import { levelSchema, type Level } from '../../src/engine/level/level.ts';
import { isObject, type Json, type JsonObject } from '../../src/workshop/json/value.ts';
import type { LevelFiles } from '../../src/workshop/level-files.ts';
import { withTextBeside } from '../../src/workshop/texts.ts';
import { textsIn } from '../../src/workshop/translation/table.ts';

/* Levels that state everything which the format knows, made from its schema, so that a new field is never forgotten. What
   they state need not make sense: an email can recall another that nobody gets. */

export const PEOPLE = ['ana', 'ben', 'crowd', 'desk', 'group', 'list'] as const;
const MAILS = ['one', 'two', 'three'];
const RECEIVED = ['before', 'earlier'];
const ANYONE = '*';

const person = fc.constantFrom(...PEOPLE);
const people = fc.subarray([...PEOPLE], { minLength: 1 });
const mail = fc.constantFrom(...MAILS);
const cards = fc.oneof(people, fc.constant([ANYONE]));
const anyone = fc.oneof(person, fc.constant(ANYONE));
const duration = fc.constantFrom('P1D', 'PT90M', 'P2W', 'P1M3D', 'P0D', 'P1DT2H');

/** Values that a schema does not tell: names of people and emails, addresses, times. By field, or by its path. */
const KNOWN: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  $schema: fc.constant('./level.schema.json'),
  id: fc.constant('set-below'),
  address: fc.constant('set-below@mail.example'),
  translations: fc.constant(['fr']),
  members: people,
  maySee: cards,
  forwardsTo: person,
  portrait: fc.constantFrom('ana-2', 'a face'),
  contacts: people,
  'circles.mails': fc.subarray(MAILS, { minLength: 1 }),
  from: person,
  'received.to': fc.subarray([...PEOPLE]),
  'received.cc': fc.subarray([...PEOPLE]),
  of: fc.constantFrom(...MAILS, ...RECEIVED),
  recalls: mail,
  mail,
  series: fc.constant('together'),
  typed: fc.constantFrom('sam', 'Ana P', 'ع'),
  replyTo: fc.constantFrom('answers@mail.example', 'ana@mail.example', 'Crowd-2@mail.example'),
  after: duration,
  viewer: anyone,
  learns: anyone,
  contact: person,
  reached: person,
  url: fc.constant('https://example.org/case'),
  warnsAt: fc.integer({ min: 2, max: 20 }),
  people: fc.integer({ min: 2, max: 12 }),
  minutes: fc.integer({ min: 1, max: 60 }),
};

/** The names that a table of the format can have. */
const ROWS: Readonly<Record<string, readonly string[]>> = {
  routing: [...MAILS, 'together'],
  needs: PEOPLE,
  prefilled: PEOPLE,
};

const MOST: Readonly<Record<string, number>> = {
  beats: 3,
  and: 3,
  expectations: 3,
  circles: 3,
  suggestions: 2,
  fields: 6,
};

type Languages = 'none' | 'maps' | 'mixed';

const words = fc.constantFrom('Words', 'A “quoted” text', 'Zwei Zeilen\nText', 'مرحبا', 'こんにちは', 'x');

function text(languages: Languages): fc.Arbitrary<unknown> {
  const map = fc.record({ en: words, de: words, 'pt-BR': words }, { requiredKeys: ['en'] });
  if (languages === 'none') return words;
  return languages === 'maps' ? map : fc.oneof(words, map);
}

function anyOf(schema: unknown, path: readonly string[], languages: Languages): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodMiniOptional) {
    return fc.option(anyOf(schema.def.innerType, path, languages), { nil: undefined, freq: 3 });
  }
  const name = path.at(-1) ?? '';
  if (schema instanceof z.ZodMiniType && longestText(schema) !== undefined) return text(languages);
  // The lists of people and emails themselves have the names of what refers to them elsewhere.
  const known = path.length > 1 || name !== 'contacts' ? (KNOWN[path.join('.')] ?? KNOWN[name]) : undefined;
  if (known) return known;
  if (schema instanceof z.ZodMiniUnion) {
    return fc.oneof(...schema.def.options.map((option: unknown) => anyOf(option, path, languages)));
  }
  if (schema instanceof z.ZodMiniArray) return anyList(schema.def.element, path, languages);
  if (schema instanceof z.ZodMiniRecord) {
    const row = anyOf(schema.def.valueType, path, languages);
    const keys = ROWS[name] ?? [];
    return fc
      .uniqueArray(fc.tuple(fc.constantFrom(...keys), row), { minLength: 1, maxLength: 3, selector: ([key]) => key })
      .map(Object.fromEntries);
  }
  if (schema instanceof z.ZodMiniObject) {
    const fields = Object.entries(schema.def.shape).map(
      ([field, inner]) => [field, anyOf(inner, [...path, field], languages)] as const,
    );
    return fc.record(Object.fromEntries(fields)).map(withoutUnsaid);
  }
  if (schema instanceof z.ZodMiniEnum) return fc.constantFrom(...Object.values(schema.def.entries));
  if (schema instanceof z.ZodMiniLiteral) return fc.constantFrom(...schema.def.values);
  if (schema instanceof z.ZodMiniBoolean) return fc.boolean();
  if (schema instanceof z.ZodMiniNumber) return fc.integer({ min: 0, max: 3 });
  if (schema instanceof z.ZodMiniString) return words;
  throw new Error(`The generator knows no value for ${path.join('.')}.`);
}

function anyList(element: unknown, path: readonly string[], languages: Languages): fc.Arbitrary<unknown> {
  const name = path.join('.');
  const lengths: Readonly<Record<string, readonly [number, number]>> = {
    contacts: [PEOPLE.length, PEOPLE.length],
    mails: [1, MAILS.length],
    received: [0, RECEIVED.length],
  };
  const [minLength, maxLength] = lengths[name] ?? [path.at(-1) === 'and' ? 2 : 1, MOST[path.at(-1) ?? ''] ?? 2];
  const item = anyOf(element, path, languages);
  const isWord = element instanceof z.ZodMiniEnum;
  return isWord ? fc.uniqueArray(item, { minLength, maxLength }) : fc.array(item, { minLength, maxLength });
}

function withoutUnsaid(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Gives everything a name of its own, and takes away what refers to nothing. */
function named(level: Level): Level {
  const ids = level.mails.map((_, index) => MAILS[index] ?? '');
  const received = level.received?.map((one, index) => ({ ...one, id: RECEIVED[index] ?? '' }));
  const before = new Set((received ?? []).map(({ id }) => id));
  const numbered = <Item extends { readonly id: string }>(items: readonly Item[] | undefined, name: string) =>
    items?.map((item, index) => ({ ...item, id: `${name}-${String(index)}` }));
  const seriesFields = level.mails.find(({ series }) => series !== undefined)?.fields;
  const changed = {
    ...level,
    id: 'written',
    sender: { ...level.sender, address: 'sender@mail.example' },
    contacts: level.contacts.map((contact, index) => {
      const id = PEOPLE[index] ?? '';
      const isMade = contact.kind === 'group' || contact.kind === 'list';
      const kind = id === 'group' || id === 'list' ? id : isMade ? undefined : contact.kind;
      const isMany = id === 'crowd';
      const address = isMany ? 'crowd-{n}@mail.example' : `${id}@mail.example`;
      const { people: count, members, ...facts } = contact;
      return withoutUnsaid({
        ...facts,
        id,
        address,
        kind,
        people: isMany ? count : undefined,
        members: kind === 'group' || kind === 'list' ? (members ?? ['ana']) : undefined,
      });
    }),
    circles: numbered(level.circles, 'circle'),
    received,
    mails: level.mails.map((one, index) => {
      const earlier = new Set([...before, ...ids.slice(0, index)]);
      const { thread, recalls } = one;
      // Emails of one series offer the same fields.
      const fields = one.series === undefined ? one.fields : (seriesFields ?? one.fields);
      return withoutUnsaid({
        ...one,
        id: ids[index],
        fields,
        thread: thread && earlier.has(thread.of) ? thread : undefined,
        recalls: recalls !== undefined && ids.slice(0, index).includes(recalls) ? recalls : undefined,
        instead: fields.includes('instead') ? (one.instead ?? { name: 'Ask', reaches: true }) : one.instead,
      });
    }),
    beats: numbered(level.beats, 'beat'),
    expectations: numbered(level.expectations, 'way'),
  };
  return withoutUnsaid(changed) as Level;
}

/** A level with a translation file beside it, which has some of its texts. */
function withFrench(level: Level, indent: number | undefined): LevelFiles {
  const value = level as unknown as JsonObject;
  const translated = textsIn(LEVEL_TEXTS, value).reduce<Json>(
    (content, { path }, index) =>
      index % 3 === 2 ? content : withTextBeside(content, value, path, `fr ${String(index)}`),
    { format: 1 },
  );
  const translations =
    level.translations === undefined
      ? []
      : [{ language: 'fr', file: 'written.fr.json', text: `${JSON.stringify(translated, null, indent)}\n` }];
  return { file: 'written.json', text: `${JSON.stringify(level, null, indent)}\n`, translations };
}

const levelIn = (languages: Languages) => anyOf(levelSchema, [], languages).map((level) => named(level as Level));

/** Levels with every field of the format, in files as the form gets them: on a line or laid out, in one language or more. */
export const anyWrittenLevel: fc.Arbitrary<{ readonly level: Level; readonly files: LevelFiles }> = fc
  .tuple(fc.oneof(levelIn('none'), levelIn('maps'), levelIn('mixed')), fc.constantFrom(undefined, 1, 2))
  .map(([level, indent]) => ({ level, files: withFrench(level, indent) }));

/** Every place of the format where something can be stated, such as `mails.thread.of`, and the words that it knows. */
export function placesOf(schema: unknown, place = ''): string[] {
  if (schema instanceof z.ZodMiniOptional) return placesOf(schema.def.innerType, place);
  if (schema instanceof z.ZodMiniType && longestText(schema) !== undefined)
    return [`${place}: text`, `${place}: texts`];
  if (schema instanceof z.ZodMiniUnion) return schema.def.options.flatMap((option: unknown) => placesOf(option, place));
  if (schema instanceof z.ZodMiniArray) return placesOf(schema.def.element, place);
  if (schema instanceof z.ZodMiniRecord) return placesOf(schema.def.valueType, place);
  if (schema instanceof z.ZodMiniEnum)
    return Object.values(schema.def.entries).map((word) => `${place}: ${JSON.stringify(word)}`);
  if (schema instanceof z.ZodMiniBoolean) return [`${place}: true`, `${place}: false`];
  if (!(schema instanceof z.ZodMiniObject)) return [place];
  return Object.entries(schema.def.shape).flatMap(([field, inner]) => placesOf(inner, below(place, field)));
}

const below = (place: string, field: string) => (place === '' ? field : `${place}.${field}`);

/** The places of the format that a value states something at. */
export function placesStated(schema: unknown, value: Json | undefined, place = ''): string[] {
  if (schema instanceof z.ZodMiniOptional) return placesStated(schema.def.innerType, value, place);
  if (schema instanceof z.ZodMiniType && longestText(schema) !== undefined) {
    return [`${place}: ${isObject(value) ? 'texts' : 'text'}`];
  }
  if (schema instanceof z.ZodMiniUnion) {
    const fitting = schema.def.options.filter((option) => z.safeParse(option as z.ZodMiniType, value).success);
    return fitting.flatMap((option: unknown) => placesStated(option, value, place));
  }
  if (schema instanceof z.ZodMiniArray || schema instanceof z.ZodMiniRecord) {
    const part: unknown = schema instanceof z.ZodMiniArray ? schema.def.element : schema.def.valueType;
    return Object.values(value as JsonObject).flatMap((item) => placesStated(part, item, place));
  }
  if (schema instanceof z.ZodMiniEnum || schema instanceof z.ZodMiniBoolean)
    return [`${place}: ${JSON.stringify(value)}`];
  if (!(schema instanceof z.ZodMiniObject) || !isObject(value)) return [place];
  const { shape } = schema.def;
  return Object.entries(value).flatMap(([field, inner]) => placesStated(shape[field], inner, below(place, field)));
}
