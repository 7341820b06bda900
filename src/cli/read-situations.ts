import { type Contact, type Field, type Level, peopleOf } from '../engine/index.ts';
import type { Situation } from '../engine/compose/index.ts';
import { namesOf } from '../i18n/describe.ts';
import { fieldName } from '../i18n/field-name.ts';
import { formatList, textOf } from '../i18n/index.ts';
import { printable } from './print.ts';
import { word } from './words.ts';

/**
 * Writes situations as a player meets them, so that someone who has not written the templates can answer them on paper.
 * @param answers true to add the best way to each, and why it is the best
 */
export function readingText(situations: readonly Situation[], answers: boolean): string {
  return situations
    .map((situation, index) =>
      [
        ...storyLines(situation.level, index + 1, situations.length),
        ...deskLines(situation.level),
        ...(answers ? answerLines(situation) : []),
      ]
        .map(printable)
        .join('\n'),
    )
    .join('\n\n');
}

function storyLines(level: Level, number: number, of: number): string[] {
  const title = word('read-number', { number, of, title: textOf(level.title) });
  const { name, address } = level.sender;
  const [mail] = level.mails;
  return [
    title,
    '='.repeat(title.length),
    word('read-from', { name: textOf(name), address }),
    '',
    textOf(level.briefing),
    '',
    ...(level.received ?? []).flatMap((received) => [
      word('read-received', {
        from: namesOf(level, [received.from]),
        to: formatList([word('read-you'), ...(received.to ?? []).map((id) => namesOf(level, [id]))]),
        cc: namesOrNobody(level, received.cc ?? []),
      }),
      indented(textOf(received.body)),
      '',
    ]),
    word('read-subject', { subject: mail ? textOf(mail.subject) : '' }),
    indented(mail ? textOf(mail.body) : ''),
    '',
  ];
}

function deskLines(level: Level): string[] {
  const [mail] = level.mails;
  const cards = level.contacts.filter(({ id }) => mail?.contacts?.includes(id) ?? true);
  const circles = (level.circles ?? []).filter(({ about }) => about !== undefined);
  const prefilled = Object.entries(mail?.prefilled ?? {});
  return [
    word('read-cards'),
    ...cards.map((card) => `  - ${cardLine(level, card)}`),
    ...(circles.length > 0 ? [word('read-circles')] : []),
    ...circles.map(({ members, about }) => `  - ${namesOf(level, members)}: ${about ? textOf(about) : ''}`),
    ...(prefilled.length > 0 ? [word('read-prefilled')] : []),
    ...placements(level, Object.fromEntries(prefilled)),
    ...(mail?.warnsAt === undefined ? [] : [word('read-warning', { count: mail.warnsAt })]),
    word(mail?.ccOnSeparate ? 'read-cc-on-separate' : 'read-separate'),
    word('read-fields', { fields: formatList([...(mail?.fields ?? []), 'none' as const].map(nameIn(level))) }),
  ];
}

function cardLine(level: Level, card: Contact): string {
  const facts = [
    ...(card.people === undefined ? [] : [word('read-people', { people: peopleOf(card) })]),
    ...(card.members ? [word('read-members', { names: namesOf(level, card.members) })] : []),
    ...(card.about === undefined ? [] : [textOf(card.about)]),
  ];
  return [`${textOf(card.name)} <${card.address}>`, ...facts]
    .map((fact) => fact.replace(/\.$/, ''))
    .join('. ')
    .concat('.');
}

function answerLines({ level, best, score }: Situation): string[] {
  return [
    '',
    word('read-best', { score }),
    ...placements(level, best),
    word('read-why', { why: textOf(level.lesson.why) }),
  ];
}

const placements = (level: Level, placement: Readonly<Record<string, Field>>) =>
  Object.entries(placement).map(([card, field]) => `  - ${namesOf(level, [card])}: ${nameIn(level)(field)}`);

function nameIn(level: Level): (field: Field) => string {
  const instead = level.mails[0]?.instead?.name ?? null;
  return (field) => fieldName(field, { instead });
}

const namesOrNobody = (level: Level, ids: readonly string[]) =>
  ids.length > 0 ? namesOf(level, ids) : word('read-nobody');

const indented = (text: string) => text.replaceAll(/^/gm, '  | ');
