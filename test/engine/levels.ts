import { readFileSync } from 'node:fs';
import { levelSchema, type Contact, type Field, type Level, type Mail } from '../../src/engine/level/level.ts';
import type { Routing } from '../../src/engine/mail/routing.ts';

/** A level of the tests' own course, which stays the same while the campaign changes. */
export function courseLevel(name: string): Level {
  return readLevelFile(`test/course/${name}.json`);
}

/** A level of the campaign, as in its file. */
export function campaignLevel(name: string): Level {
  return readLevelFile(`levels/${name}.json`);
}

/** @param path from the project's folder, where tests and benches run: what a bench is bundled into lies elsewhere */
function readLevelFile(path: string): Level {
  return levelSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** A person who should know about the mail, with only the facts that a test needs. */
export function person(id: string, facts: Partial<Contact> = {}): Contact {
  return { id, name: id, address: `${id}@mail.example`, needs: 'know', ...facts };
}

export function crowd(id: string, people: number, facts: Partial<Contact> = {}): Contact {
  return person(id, { address: `${id}-{n}@mail.example`, people, ...facts });
}

export function mail(id: string, facts: Partial<Mail> = {}): Mail {
  return { id, subject: 'Subject', body: 'Body', sensitivity: 2, fields: ['to', 'cc', 'bcc', 'separate'], ...facts };
}

/** A level of one mail, or of the given mails, with only the facts that a test needs. */
export function level(contacts: readonly Contact[], facts: Partial<Level> = {}): Level {
  return {
    format: 2,
    id: 'test',
    title: 'Test',
    summary: 'Test',
    minutes: 1,
    briefing: 'Test',
    sender: { name: 'Sender', address: 'sender@mail.example' },
    contacts: [...contacts],
    mails: [mail('mail')],
    lesson: { rule: 'list-is-secret', why: 'Because.' },
    ...facts,
  };
}

/** The routing of the one mail of a test level. */
export function route(fields: Readonly<Record<string, Field>>): Routing {
  return { mail: fields };
}

/** The survey with every batch in one field and the colleague in another. */
export function surveyRouting(batches: Field, priya: Field = 'to'): Routing {
  return Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7].map((n) => [`survey-${String(n)}`, { [`batch-${String(n)}`]: batches, priya }]),
  );
}

/** A level without a flawless way, and with too many placements to try all. */
export function hopelessLevel(): Level {
  return level(
    Array.from({ length: 8 }, (_, index) =>
      person(`p${String(index)}`, {
        needs: 'act',
        mustBeSeen: true,
        habits: index % 2 === 0 ? ['replies-all'] : [],
        identity: index < 4 ? 'full' : 'photo',
      }),
    ),
    {
      circles: [0, 1, 2, 3, 4, 5].map((n) => ({
        id: `c${String(n)}`,
        members: [`p${String(n)}`, `p${String(n + 1)}`],
        bond: 'acquaintance' as const,
      })),
    },
  );
}
