import { describe, expect, test } from 'vitest';
import type { Field, Level } from '../../../src/engine/level/level.ts';
import type { Routing } from '../../../src/engine/mail/routing.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { courseLevel, crowd, level, mail, person, route, surveyRouting } from '../levels.ts';
import { apology, sorry } from './sorry.ts';

interface Order {
  readonly name: string;
  readonly level: Level;
  readonly better: Routing;
  readonly worse: Routing;
}

const strangers = (ids: string, needs: 'act' | 'know' = 'know') =>
  level(ids.split('').map((id) => person(id, { needs })));
const all = (ids: string, field: Field) => Object.fromEntries(ids.split('').map((id) => [id, field]));
const cv = courseLevel('cv-to-rivals');
const cvRoute = (fields: Readonly<Record<string, Field>>): Routing => ({ cv: fields });
const survey = courseLevel('survey-mailing');
/** The survey in Cc, and the apology to every batch in one field. */
const surveyApology = (field: Field): Routing => ({
  ...surveyRouting('cc'),
  apology: Object.fromEntries(
    survey.contacts.map(({ id, needs }) => [id, id.startsWith('batch-') ? field : needs === 'nothing' ? 'none' : 'to']),
  ),
});
const relatives = level([crowd('relatives', 22)], {
  circles: [{ id: 'family', members: ['relatives'], bond: 'context', discusses: true }],
});
const team = level(
  [person('lead', { mustBeSeen: true }), person('a', { needs: 'act' }), person('b', { needs: 'act' })],
  {
    circles: [{ id: 'team', members: ['lead', 'a', 'b'], bond: 'context' }],
    mails: [mail('mail', { sensitivity: 0 })],
  },
);
const court = level([crowd('victims', 30), person('press'), person('lawyer', { authorised: true, needs: 'act' })]);
const office = level([crowd('many', 1000), person('clerk', { needs: 'act' })]);

const ORDERS: readonly Order[] = [
  ...(['know', 'act'] as const).flatMap((needs): Order[] => [
    {
      name: `one in Cc, two in Bcc > all three in Cc (${needs})`,
      level: strangers('abc', needs),
      better: route({ a: 'cc', b: 'bcc', c: 'bcc' }),
      worse: route(all('abc', 'cc')),
    },
    {
      name: `eight people, all in Bcc > one of them forgotten, the others in Bcc (${needs})`,
      level: strangers('abcdefgh', needs),
      better: route(all('abcdefgh', 'bcc')),
      worse: route(all('abcdefg', 'bcc')),
    },
    {
      name: `eight people, all in Bcc > one of them forgotten, the others separate (${needs})`,
      level: strangers('abcdefgh', needs),
      better: route(all('abcdefgh', 'bcc')),
      worse: route(all('abcdefg', 'separate')),
    },
  ]),
  {
    name: 'the CV to both rivals: one To, one Bcc > both in Cc',
    level: cv,
    better: cvRoute({ northwind: 'to', southgale: 'bcc' }),
    worse: cvRoute({ northwind: 'cc', southgale: 'cc' }),
  },
  {
    name: 'the CV: everybody in Bcc, the manager included > everybody in To',
    level: cv,
    better: cvRoute(Object.fromEntries(cv.contacts.map(({ id }) => [id, 'bcc']))),
    worse: cvRoute(Object.fromEntries(cv.contacts.map(({ id }) => [id, 'to']))),
  },
  {
    name: 'after a breach: an apology separate > in Bcc',
    level: sorry,
    better: apology('separate', 'separate', 'separate'),
    worse: apology('bcc', 'bcc', 'bcc'),
  },
  {
    name: 'after a breach: an apology in Bcc > told nobody',
    level: sorry,
    better: apology('bcc', 'bcc', 'bcc'),
    worse: apology(),
  },
  {
    name: 'after the survey: an apology separate > in Bcc',
    level: survey,
    better: surveyApology('separate'),
    worse: surveyApology('bcc'),
  },
  {
    name: 'after the survey: an apology in Bcc > told nobody',
    level: survey,
    better: surveyApology('bcc'),
    worse: surveyApology('none'),
  },
  {
    name: 'a lead who must be seen, in Bcc > left out',
    level: team,
    better: route({ lead: 'bcc', a: 'to', b: 'to' }),
    worse: route({ a: 'to', b: 'to' }),
  },
  {
    name: 'victims and press in Bcc, the lawyer in To > all in To',
    level: court,
    better: route({ victims: 'bcc', press: 'bcc', lawyer: 'to' }),
    worse: route({ victims: 'to', press: 'to', lawyer: 'to' }),
  },
  ...(['bcc', 'separate'] as const).map((field) => ({
    name: `22 relatives who must talk, in To > in ${field}`,
    level: relatives,
    better: route({ relatives: 'to' }),
    worse: route({ relatives: field }),
  })),
  {
    name: 'a mail that reached the 1,000 and missed the clerk > the reverse',
    level: office,
    better: route({ many: 'separate' }),
    worse: route({ clerk: 'separate' }),
  },
];

describe('the better of two plays scores more', () => {
  test.each(ORDERS)('$name', ({ level: played, better, worse }) => {
    expect(simulate(played, better).score).toBeGreaterThan(simulate(played, worse).score);
  });

  test('after a breach, informing nobody is no worse than exposing people again', () => {
    const again = simulate(sorry, apology('cc', 'cc', 'cc')).score;
    expect(simulate(sorry, apology()).score).toBeGreaterThanOrEqual(again);
  });
});
