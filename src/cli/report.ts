import {
  addressBook,
  bestRouting,
  deskName,
  type HabitResult,
  habitResults,
  isCrowd,
  isExpandable,
  peopleOf,
  simulate,
  sampleRoutings,
  type Contact,
  type Field,
  type Level,
  type Outcome,
  type Routing,
} from '../engine/index.ts';
import { describeBeat, describeDeduction, namesOf } from '../i18n/describe.ts';
import { formatNumber, formatStoryTime, t, textOf } from '../i18n/index.ts';
import { printable, table } from './print.ts';
import { word } from './words.ts';

/** The engine's findings about a level, as plain data. */
export interface Report {
  readonly level: string;
  readonly title: string;
  readonly cards: readonly {
    readonly id: string;
    readonly name: string;
    readonly people: number;
    readonly needs: string;
  }[];
  readonly best: Play & { readonly exact: boolean };
  readonly habits: readonly (Play & { readonly habit: HabitResult['habit'] })[];
  readonly worst: Play;
}

export interface Play {
  readonly score: number;
  readonly stars: number;
  readonly routing: Routing;
  readonly deductions: readonly {
    readonly title: string;
    readonly points: number;
    /** The contacts and mails that it is about, by their ids. */
    readonly contacts: readonly string[];
    readonly mails: readonly string[];
  }[];
  readonly beats: readonly { readonly when: string; readonly text: string }[];
}

/** Works out the report of a level that can be played. */
export function reportOn(level: Level): Report {
  const best = bestRouting(level);
  const habits = habitResults(level);
  const tried = sampleRoutings(level, best.routing, habits).map((routing) => ({
    routing,
    outcome: simulate(level, routing),
  }));
  // A play that sends nothing has no story, and while mails are due its score is not final.
  const ended = tried.filter(({ outcome }) => outcome.due.length === 0 && outcome.sent.length > 0);
  const worst = ended.reduce((low, one) => (one.outcome.score < low.outcome.score ? one : low), best);
  const book = addressBook(level);
  return {
    level: level.id,
    title: textOf(level.title),
    cards: level.contacts.map((contact) => ({
      id: contact.id,
      name: textOf(contact.name),
      people: book.expand(contact.id).reduce((sum, one) => sum + peopleOf(one), 0),
      needs: contact.needs,
    })),
    best: { ...play(level, best.routing, best.outcome), exact: best.exact },
    habits: habits.map(({ habit, routing, outcome }) => ({ habit, ...play(level, routing, outcome) })),
    worst: play(level, worst.routing, worst.outcome),
  };
}

function play(level: Level, routing: Routing, outcome: Outcome): Play {
  return {
    score: outcome.score,
    stars: outcome.stars,
    routing,
    deductions: outcome.deductions.map((deduction) => ({
      title: describeDeduction(level, deduction).title,
      points: deduction.points,
      contacts: deduction.contacts,
      mails: deduction.mails,
    })),
    beats: outcome.beats.map((beat) => ({ when: formatStoryTime(beat.at), text: describeBeat(level, beat) })),
  };
}

/** Formats the report for people. */
export function reportText(level: Level, report: Report): string {
  return [
    report.title,
    '',
    `${word('cards')}:`,
    table(
      [word('card'), word('stands-for'), word('needs')],
      level.contacts.map((contact, index) => [
        textOf(contact.name),
        kindOf(contact, report.cards[index]?.people ?? 1),
        word(`needs-${contact.needs}`),
      ]),
    ),
    '',
    word('best', { score: report.best.score, stars: report.best.stars }),
    ...(report.best.exact ? [] : [word('best-not-proven')]),
    ...bestWay(level, report.best.routing),
    '',
    `${word('habits')}:`,
    table(
      [word('habit'), word('points'), word('stars')],
      report.habits.map(({ habit, score, stars }) => [t(`habit.${habit}`), String(score), String(stars)]),
    ),
    '',
    word('worst', { score: report.worst.score, routing: inWords(level, report.worst.routing) }),
    ...report.worst.beats.map(({ when, text }) => `  ${when}: ${text}`),
    `${word('lost')}:`,
    ...report.worst.deductions.map(
      ({ title, points, contacts, mails }) =>
        `  ${title} (${formatNumber(points)}): ${namesOf(level, contacts)}; ${mails.join(', ')}`,
    ),
  ]
    .map(printable)
    .join('\n');
}

function kindOf(contact: Contact, people: number): string {
  const number = { people: formatNumber(people) };
  if (isExpandable(contact)) return word(contact.kind === 'list' ? 'kind-list' : 'kind-group', number);
  if (isCrowd(contact)) return word('kind-crowd', number);
  return word(contact.kind === 'office' ? 'kind-office' : 'kind-person');
}

/** Lists who is in which field, desk by desk; the mails of a series are addressed together. */
function bestWay(level: Level, routing: Routing): string[] {
  const sent = level.mails.filter(({ id }) => routing[id] !== undefined);
  return [...new Set(sent.map(deskName))].flatMap((desk) => {
    const mails = sent.filter((mail) => deskName(mail) === desk);
    const rows = level.contacts.flatMap(({ id, name }) => {
      const mail = mails.find(({ contacts }) => contacts?.includes(id) ?? true);
      return mail ? [`    ${textOf(name)}: ${t(`field.${routing[mail.id]?.[id] ?? 'none'}`)}`] : [];
    });
    return [`  ${word('on-mail', { subject: textOf(mails[0]?.subject ?? desk) })}`, ...rows];
  });
}

/** Lists the fields in short: "To: Ana, Ben. Cc: Cleo". */
function inWords(level: Level, routing: Routing): string {
  const byField = new Map<Field, Set<string>>();
  for (const fields of Object.values(routing)) {
    for (const [contact, field] of Object.entries(fields)) {
      const name = level.contacts.find(({ id }) => id === contact)?.name ?? contact;
      byField.set(field, (byField.get(field) ?? new Set()).add(textOf(name)));
    }
  }
  const parts = [...byField].map(([field, names]) => `${t(`field.${field}`)}: ${[...names].join(', ')}`);
  return parts.length > 0 ? parts.join('. ') : t('field.none');
}
