import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELDS, type Field, type Level } from '../../../src/engine/level/level.ts';
import type { Routing } from '../../../src/engine/mail/routing.ts';
import type { Desk } from '../../../src/engine/play/desk.ts';
import { applyCommand, canSend, startPlay, type Placement, type Play } from '../../../src/engine/play/play.ts';
import { tryDesks } from '../../../src/engine/play/trial.ts';
import { tell, type Story } from '../../../src/engine/story/story.ts';
import { anyPlay } from '../../replay/plays.ts';
import { anyCase, MAILS } from '../arbitrary.ts';
import { courseLevel, level as levelOf, mail as mailOf, person } from '../levels.ts';

/** Plays a level with commands, as a player does. */
function played(level: Level, placementOn: (desk: Desk) => Placement): { play: Play; desks: readonly string[] } {
  const desks: string[] = [];
  let play = startPlay(level);
  while (play.desk) {
    const { desk } = play;
    desks.push(desk.id);
    const placement = placementOn(desk);
    for (const contact of desk.contacts) {
      // A card that the mail program has placed is first left out.
      play = applyCommand(level, play, { type: 'place', contacts: [contact], field: 'none' });
      play = applyCommand(level, play, { type: 'place', contacts: [contact], field: placement[contact] ?? 'none' });
    }
    if (!canSend(play) && !desk.optional) break;
    play = applyCommand(level, play, { type: canSend(play) ? 'send' : 'skip' });
  }
  return { play, desks };
}

describe('trying a level', () => {
  test('leads to the desks and the routing that playing it leads to', () => {
    fc.assert(
      fc.property(anyPlay, fc.array(fc.nat(), { minLength: 1, maxLength: 9 }), ({ level }, picks) => {
        const fieldOf = (index: number): Field => FIELDS[(picks[index % picks.length] ?? 0) % FIELDS.length] ?? 'none';
        const placementOn = ({ contacts }: Desk) =>
          Object.fromEntries(contacts.map((contact, index) => [contact, fieldOf(index)]));
        const trial = tryDesks(level, placementOn);
        const { play, desks } = played(level, placementOn);
        expect(trial.desks.map(({ desk }) => desk.id)).toEqual(desks);
        expect(trial.routing).toEqual(play.routing);
        expect(trial.whole).toBe(play.desk === null);
      }),
      { numRuns: 30 },
    );
  });

  test('reaches the apology only after a breach', () => {
    const level = courseLevel('survey-mailing');
    const desksOf = (field: Field) =>
      tryDesks(level, ({ contacts }) => Object.fromEntries(contacts.map((contact) => [contact, field]))).desks.length;
    expect(desksOf('to')).toBeGreaterThan(desksOf('separate'));
  });

  test('ends at a desk that nobody is on', () => {
    const { desks, routing, whole } = tryDesks(courseLevel('cv-to-rivals'), () => ({}));
    expect([desks.length, routing, whole]).toEqual([1, {}, false]);
  });
});

/** What the mails of a level have to do with each other: a series, an apology, a quoted mail. */
const anyTies = fc.array(
  fc.record({
    series: fc.boolean(),
    apology: fc.boolean(),
    quotes: fc.option(fc.constantFrom(...MAILS)),
  }),
  { minLength: MAILS.length, maxLength: MAILS.length },
);

/** A level of up to three desks, with a routing of some of its mails. */
const anyDesks = fc
  .tuple(anyCase, anyTies, fc.subarray([...MAILS]))
  .map(([{ level, routing }, ties, addressed]): { readonly level: Level; readonly routing: Routing } => ({
    level: {
      ...level,
      mails: level.mails.map((mail, index) => {
        const { series = false, apology = false, quotes = null } = ties[index] ?? {};
        return {
          ...mail,
          series: series ? 'all' : mail.id,
          ...(apology && { when: 'breach' as const, affected: true }),
          ...(quotes !== null && { thread: { of: quotes, kind: 'reply-all' as const } }),
        };
      }),
    },
    routing: Object.fromEntries(addressed.flatMap((mail) => (routing[mail] ? [[mail, routing[mail]]] : []))),
  }));

/** All that a story says, worked out. */
const said = ({ desks, passed, due, speakingUp, forwardings, exposures, exposed, leaks, breach }: Story) => ({
  desks: desks.map((desk) => ({ ...desk })),
  passed,
  due,
  speakingUp,
  forwardings,
  exposures,
  exposed,
  leaks,
  breach,
});

describe('a story that continues another', () => {
  test('is the same as one told from its start', () => {
    fc.assert(
      fc.property(anyDesks, fc.subarray([...MAILS]), fc.boolean(), ({ level, routing }, earlier, isOther) => {
        const before = Object.fromEntries(
          earlier.flatMap((mail) => (routing[mail] ? [[mail, isOther ? {} : routing[mail]]] : [])),
        );
        const soFar = tell(level, before);
        expect(said(tell(level, routing, soFar))).toEqual(said(tell(level, routing)));
      }),
      { numRuns: 300 },
    );
  });

  test('begins again where an email of a series quotes a new one', () => {
    const level = levelOf([person('ana'), person('ben')], {
      mails: [
        mailOf('one', { series: 'all' }),
        mailOf('two'),
        mailOf('three', { series: 'all', thread: { of: 'two', kind: 'reply-all' } }),
      ],
    });
    const [before, two] = [{ one: { ana: 'to' }, three: { ana: 'to' } }, { ben: 'to' }] as const;
    const story = tell(level, { ...before, two }, tell(level, before));
    expect(said(story)).toEqual(said(tell(level, { ...before, two })));
    expect(story.desks[0]?.mails[1]?.quotations).not.toEqual([]);
  });

  test('begins again where the earlier story was of another level', () => {
    const [ana, ben] = [levelOf([person('ana')]), levelOf([person('ben')])];
    const same = { mail: {} };
    expect(tell(ben, same, tell(ana, same)).desks[0]?.mails[0]?.onDesk).toEqual(['ben']);
  });

  test('tells only what is new', () => {
    const level = courseLevel('survey-mailing');
    const { routing } = tryDesks(level, ({ contacts }) => Object.fromEntries(contacts.map((one) => [one, 'to'])));
    const [first, ...others] = tell(level, routing).desks;
    const names = first?.mails.map(({ mail }) => mail.id) ?? [];
    const soFar = tell(level, Object.fromEntries(Object.entries(routing).filter(([mail]) => names.includes(mail))));
    const story = tell(level, routing, soFar);
    expect(others).not.toEqual([]);
    expect(story.desks[0]).toBe(soFar.desks[0]);
  });
});
