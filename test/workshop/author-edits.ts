import * as fc from 'fast-check';
import { addCircle, setMembers, setTie, TIES } from '../../src/workshop/circles.ts';
import { addExpectation, setStars } from '../../src/workshop/expectations.ts';
import { moveItem, removeItem } from '../../src/workshop/items.ts';
import { draftOf, setValue, type LevelFiles } from '../../src/workshop/level-files.ts';
import {
  addMail,
  addReceived,
  removeMail,
  renameMail,
  setFields,
  setNeedOnMail,
  setOnDesk,
  setTogether,
} from '../../src/workshop/mails.ts';
import {
  addPerson,
  CARD_KINDS,
  removePerson,
  renamePerson,
  setForwardsTo,
  setKind,
} from '../../src/workshop/people.ts';
import { answer, QUESTIONS } from '../../src/workshop/relations.ts';
import { addBeat } from '../../src/workshop/story.ts';
import { setText } from '../../src/workshop/texts.ts';
import { addSuggestion, setPrefilled, setSuggestion, setWarning } from '../../src/workshop/traps.ts';
import { tick } from './form.ts';

/** One thing that an author does to a level in the form. */
export type AuthorEdit = (files: LevelFiles) => LevelFiles;

const LANGUAGES = ['en', 'de', 'fr', 'ja', 'ar', 'pt'];
const WORDS = [
  'New words',
  'A name that is so long that its line has to break, or does it? Seventy characters',
  'مرحبا بك',
  'こんにちは',
  '“é” 🙂',
  '',
];
const LISTS = ['contacts', 'mails', 'received', 'beats', 'circles', 'expectations'] as const;

/** Picks from a list by any number. */
const pick = <Item>(items: readonly Item[], at: number): Item | undefined => items[at % Math.max(1, items.length)];

/** Every kind of edit, at a place that three numbers choose. */
const KINDS: readonly ((files: LevelFiles, one: number, other: number, third: number) => LevelFiles)[] = [
  (files, one, other) =>
    addPerson(files, pick(CARD_KINDS, one) ?? 'person', pick(LANGUAGES, other) ?? 'en', 'New Person').files,
  (files, one) => removePerson(files, personOf(files, one)),
  (files, one) => renamePerson(files, personOf(files, one), 'renamed'),
  (files, one, other) => setKind(files, indexIn(files, 'contacts', one), pick(CARD_KINDS, other) ?? 'person'),
  (files, one, other) => setForwardsTo(files, indexIn(files, 'contacts', one), personOf(files, other)),
  (files, one, other) => tick(files, ['contacts', indexIn(files, 'contacts', one), 'mustBeSeen'], other % 2 === 0),
  (files, one, other, third) => {
    const list = pick(LISTS, third) ?? 'contacts';
    return moveItem(files, list, indexIn(files, list, one), indexIn(files, list, other));
  },
  (files) => addMail(files).files,
  (files, one) => addReceived(files, personOf(files, one)).files,
  (files, one) => removeMail(files, mailOf(files, one)),
  (files, one) => renameMail(files, mailOf(files, one), 'renamed'),
  (files, one, other) =>
    setFields(files, indexIn(files, 'mails', one), ['to', 'cc', 'bcc', 'separate'].slice(other % 4)),
  (files, one, other) =>
    setOnDesk(files, indexIn(files, 'mails', one), other % 3 === 0 ? null : [personOf(files, other)]),
  (files, one, other) =>
    setNeedOnMail(files, 'mails', indexIn(files, 'mails', one), personOf(files, other), other % 2 === 0 ? 'act' : null),
  (files, one, other) => setTogether(files, indexIn(files, 'mails', one), other % 2 === 0),
  (files, one, other) =>
    setPrefilled(files, indexIn(files, 'mails', one), personOf(files, other), other % 2 === 0 ? 'cc' : null),
  (files, one, other) => setWarning(files, indexIn(files, 'mails', one), other % 2 === 0 ? 15 : null),
  (files, one, other) => addSuggestion(files, indexIn(files, 'mails', one), 'sam', [personOf(files, other)]),
  (files, one, other) => setSuggestion(files, indexIn(files, 'mails', one), other % 2, null),
  (files, one, other, third) =>
    addCircle(files, pick(TIES, third) ?? 'know', [personOf(files, one), personOf(files, other)]).files,
  (files, one, other) => setTie(files, indexIn(files, 'circles', one), pick(TIES, other) ?? 'know'),
  (files, one, other) => setMembers(files, indexIn(files, 'circles', one), [personOf(files, other)]),
  (files, one) => removeItem(files, 'circles', indexIn(files, 'circles', one)),
  (files, one, other, third) =>
    answer(files, personOf(files, one), personOf(files, other), pick(QUESTIONS, third) ?? 'know', third % 2 === 0),
  (files) => addBeat(files, [{ kind: 'event', event: 'breach' }]).files,
  (files, one) => removeItem(files, 'beats', indexIn(files, 'beats', one)),
  (files, one, other) =>
    addExpectation(files, { [mailOf(files, one)]: { [personOf(files, other)]: 'bcc' } }, other % 4).files,
  (files, one, other) => setStars(files, indexIn(files, 'expectations', one), other % 5 === 4 ? null : other % 5),
  (files, one) => removeItem(files, 'expectations', indexIn(files, 'expectations', one)),
  (files, one) => setValue(files, ['minutes'], one % 60),
  (files, one, other, third) => {
    const texts = [
      ['title'],
      ['sender', 'role'],
      ['contacts', indexIn(files, 'contacts', one), 'name'],
      ['contacts', indexIn(files, 'contacts', one), 'about'],
      ['mails', indexIn(files, 'mails', one), 'body'],
      ['lesson', 'realCase', 'text'],
    ] as const;
    return setText(files, pick(texts, one) ?? ['title'], pick(LANGUAGES, other) ?? 'en', pick(WORDS, third) ?? '');
  },
];

function idsIn(files: LevelFiles, list: (typeof LISTS)[number]): string[] {
  return (draftOf(files)[list] ?? []).map(({ id = '' }) => id);
}

const indexIn = (files: LevelFiles, list: (typeof LISTS)[number], at: number) =>
  at % Math.max(1, idsIn(files, list).length);
const personOf = (files: LevelFiles, at: number) => pick(idsIn(files, 'contacts'), at) ?? '';
const mailOf = (files: LevelFiles, at: number) =>
  pick([...idsIn(files, 'mails'), ...idsIn(files, 'received')], at) ?? '';

/** Anything that an author can do to any level. */
export const anyEdit: fc.Arbitrary<AuthorEdit> = fc
  .tuple(fc.constantFrom(...KINDS), fc.nat(200), fc.nat(200), fc.nat(200))
  .map(
    ([kind, one, other, third]) =>
      (files) =>
        kind(files, one, other, third),
  );
