import type { Draft } from '../../src/workshop/draft.ts';
import { setCircleMails, setMembers, setTie, tieOf } from '../../src/workshop/circles.ts';
import { setDuration, spanOf } from '../../src/workshop/durations.ts';
import { setStars, setWay, wayOf } from '../../src/workshop/expectations.ts';
import { moveItem } from '../../src/workshop/items.ts';
import { valueAt, type Path } from '../../src/workshop/json/value.ts';
import { draftOf, levelOf, setValue, type LevelFiles } from '../../src/workshop/level-files.ts';
import { setApology, setFields, setNeedOnMail, setOnDesk } from '../../src/workshop/mails.ts';
import {
  addPerson,
  kindOf,
  removePerson,
  setAddress,
  setForwardsTo,
  setKind,
  setOutside,
  setRepliesAll,
  shownAddress,
} from '../../src/workshop/people.ts';
import { answer, answersFor, QUESTIONS } from '../../src/workshop/relations.ts';
import { happeningsOf, setHappenings } from '../../src/workshop/story.ts';
import { setText, textAt } from '../../src/workshop/texts.ts';
import { languagesOf } from '../../src/workshop/translation/table.ts';
import { setPrefilled, setSuggestion, setThread, setWarning } from '../../src/workshop/traps.ts';

type Edit = (files: LevelFiles) => LevelFiles;

/** The edits of someone who opens every field of the form, and leaves it with the value that it shows. */
export function writeBack(files: LevelFiles): LevelFiles {
  const draft = draftOf(files);
  const edits = [
    ...peopleEdits(draft),
    ...relationEdits(draft),
    ...mailEdits(draft),
    ...storyEdits(draft),
    ...textEdits(files, draft),
  ];
  return edits.reduce((changed, edit) => edit(changed), files);
}

/** Ticks a box, or leaves it as it is: what the form asks with yes or no is never `false` in a file. */
export function tick(files: LevelFiles, path: Path, on: boolean): LevelFiles {
  const isOn = valueAt(levelOf(files), path) === true;
  return isOn === on ? files : setValue(files, path, on || undefined);
}

/** Adds someone at the end, moves them to the front and back, and removes them. */
export function addAndRemove(files: LevelFiles): LevelFiles {
  const added = addPerson(files, 'crowd', 'en', 'Nobody Yet');
  const moved = moveItem(moveItem(added.files, 'contacts', added.index, 0), 'contacts', 0, added.index);
  return removePerson(moved, added.id);
}

function peopleEdits({ contacts = [] }: Draft): Edit[] {
  return contacts.flatMap((contact, index): Edit[] => {
    const at = (name: string): Path => ['contacts', index, name];
    const { address = '', habits = [], forwardsTo, outside } = contact;
    return [
      (files) => setKind(files, index, kindOf(contact)),
      (files) => setAddress(files, index, shownAddress(address)),
      (files) => setRepliesAll(files, index, habits.includes('replies-all')),
      (files) =>
        habits.includes('forwards') === (forwardsTo !== undefined)
          ? setForwardsTo(files, index, forwardsTo ?? null)
          : files,
      (files) => (outside === undefined ? files : setOutside(files, index, outside)),
      ...(['mustBeSeen', 'authorised', 'nameReveals'] as const).map(
        (flag): Edit =>
          (files) =>
            tick(files, at(flag), contact[flag] === true),
      ),
      ...(['needs', 'identity', 'reveals', 'behind', 'portrait', 'people'] as const).map(
        (fact): Edit =>
          (files) =>
            setValue(files, at(fact), contact[fact]),
      ),
    ];
  });
}

function relationEdits(draft: Draft): Edit[] {
  const { contacts = [], circles = [] } = draft;
  const ids = contacts.flatMap(({ id }) => id ?? []);
  const pairs = ids.flatMap((one, index) => ids.slice(index + 1, index + 4).map((other) => [one, other] as const));
  return [
    ...circles.flatMap((circle, index): Edit[] => [
      (files) =>
        circle.bond === 'acquaintance'
          ? files
          : setMembers(setTie(files, index, tieOf(circle)), index, circle.members ?? []),
      (files) => setCircleMails(files, index, circle.mails ?? null),
    ]),
    ...pairs.flatMap(([one, other]) =>
      QUESTIONS.map((question): Edit => (files) => {
        const { yes, reason } = answersFor(draft, one, other)[question];
        return reason === 'some-mails' || reason === 'authorised' || question === 'answer'
          ? files
          : answer(files, one, other, question, yes);
      }),
    ),
  ];
}

function mailEdits({ mails = [], received = [], contacts = [] }: Draft): Edit[] {
  const ids = contacts.flatMap(({ id }) => id ?? []);
  return [
    ...received.flatMap((mail, index) =>
      ids.map(
        (id): Edit =>
          (files) =>
            setNeedOnMail(files, 'received', index, id, mail.needs?.[id] ?? null),
      ),
    ),
    ...mails.flatMap((mail, index): Edit[] => [
      (files) => setFields(files, index, mail.fields ?? []),
      (files) => setOnDesk(files, index, mail.contacts ?? null),
      (files) => setWarning(files, index, mail.warnsAt ?? null),
      (files) => {
        const { kind, of, quotes } = mail.thread ?? {};
        if (kind === undefined || of === undefined) return setThread(files, index, null);
        return setThread(files, index, { kind, of, ...(quotes !== undefined && { quotes }) });
      },
      (files) => setApology(files, index, mail.when === 'breach'),
      ...ids.flatMap((id): Edit[] => [
        (files) => setNeedOnMail(files, 'mails', index, id, mail.needs?.[id] ?? null),
        (files) => setPrefilled(files, index, id, mail.prefilled?.[id] ?? null),
      ]),
      ...(mail.suggestions ?? []).map(
        ({ typed = '', contacts: suggested = [] }, place): Edit =>
          (files) =>
            setSuggestion(files, index, place, { typed, contacts: suggested }),
      ),
      (files) => setValue(files, ['mails', index, 'instead', 'reaches'], mail.instead?.reaches),
    ]),
  ];
}

function storyEdits(draft: Draft): Edit[] {
  return [
    ...(draft.beats ?? []).flatMap((beat, index): Edit[] => {
      const span = spanOf(beat.after ?? '');
      return [
        (files) => setHappenings(files, index, happeningsOf(beat)),
        (files) => (span ? setDuration(files, ['beats', index, 'after'], span) : files),
      ];
    }),
    ...(draft.expectations ?? []).flatMap(({ stars }, index): Edit[] => [
      (files) => setWay(files, index, wayOf(draft, index)),
      (files) => setStars(files, index, stars ?? null),
    ]),
  ];
}

/** The texts that every level has, and those of its people and events, in each of its languages. */
function textEdits(files: LevelFiles, { contacts = [], mails = [], beats = [], lesson }: Draft): Edit[] {
  const paths: Path[] = [
    ['title'],
    ['summary'],
    ['briefing'],
    ['sender', 'name'],
    ...(lesson ? [['lesson', 'why']] : []),
    ...contacts.flatMap((_, index): Path[] => [
      ['contacts', index, 'name'],
      ['contacts', index, 'about'],
    ]),
    ...mails.flatMap((_, index): Path[] => [
      ['mails', index, 'subject'],
      ['mails', index, 'body'],
      ['mails', index, 'instead', 'name'],
    ]),
    ...beats.map((_, index): Path => ['beats', index, 'text']),
  ];
  const languages = languagesOf(files);
  return paths.flatMap((path) =>
    (languages.length > 0 ? languages : ['en']).map((language): Edit => (one) => {
      const text = textAt(one, path, language);
      return text === '' ? one : setText(one, path, language, text);
    }),
  );
}
