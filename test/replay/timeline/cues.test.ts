import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Level } from '../../../src/engine/level/level.ts';
import type { Routing } from '../../../src/engine/mail/routing.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import type { Exposure } from '../../../src/engine/story/findings.ts';
import { castOf, deskOfMail, dispatches } from '../../../src/replay/timeline/actors.ts';
import { cuesOfBeats } from '../../../src/replay/timeline/cues.ts';
import { exposuresByBeat } from '../../../src/replay/timeline/beat-exposures.ts';
import { level as levelOf, mail as mailOf, person, route } from '../../engine/levels.ts';
import { allIn, anyPlay, LEVELS } from '../plays.ts';

const name = ({ viewer, subject }: Pick<Exposure, 'viewer' | 'subject'>) => `${viewer} sees ${subject}`;

describe('the cues of the beats', () => {
  test('every beat has cues that end before it does', () => {
    fc.assert(
      fc.property(anyPlay, (model) => {
        const perBeat = cuesOfBeats(model);
        expect(perBeat).toHaveLength(model.outcome.beats.length);
        for (const [index, { cues, seconds }] of perBeat.entries()) {
          expect(seconds).toBeGreaterThan(1);
          for (const cue of cues) {
            expect(cue.beat).toBe(index);
            expect(cue.after).toBeGreaterThanOrEqual(0);
            expect(cue.seconds).toBeGreaterThan(0);
            // A paper is laid down when its beat is over.
            expect(cue.do === 'lay' ? cue.after : cue.after + cue.seconds + 0.5).toBeLessThanOrEqual(seconds);
          }
        }
      }),
    );
  });

  test('a cause comes before its effect', () => {
    fc.assert(
      fc.property(anyPlay, ({ outcome: { beats } }) => {
        for (const [index, beat] of beats.entries()) {
          for (const cause of beat.causes) {
            // The engine decides when an authored beat happens, see test/engine.
            if (cause.type !== 'beat') continue;
            const before = beats.findIndex(({ id }) => id === cause.beat);
            expect(before, `${beat.id} because of ${cause.beat}`).toBeGreaterThanOrEqual(0);
            expect(before, `${beat.id} because of ${cause.beat}`).toBeLessThan(index);
          }
        }
      }),
    );
  });

  test('every disclosure is drawn exactly once', () => {
    fc.assert(
      fc.property(anyPlay, ({ level, outcome }) => {
        const links = [...exposuresByBeat(level, outcome).values()];
        const drawn = links.flatMap(({ exposures }) => exposures);
        expect(drawn.map(name).toSorted()).toEqual(outcome.exposures.map(name).toSorted());
        for (const { exposures, threads, bleeds, pool } of links) {
          const pooled = pool?.pairs ?? 0;
          const single = [...threads, ...bleeds].reduce((sum, { pairs }) => sum + pairs, 0);
          expect(single + pooled).toBe(exposures.reduce((sum, { pairs }) => sum + pairs, 0));
          expect(pool === null ? 0 : threads.length).toBe(0);
        }
      }),
    );
  });

  test('nothing is drawn before the mail that shows it was sent', () => {
    fc.assert(
      fc.property(anyPlay, ({ level, outcome }) => {
        for (const [beat, { exposures }] of exposuresByBeat(level, outcome)) {
          for (const { mails } of exposures) {
            const desk = deskOfMail(level, mails[0] ?? '');
            const sent = outcome.sent.filter(({ mail }) => deskOfMail(level, mail) === desk).map(({ at }) => at);
            expect(outcome.beats[beat]?.at).toBeGreaterThanOrEqual(Math.min(...sent));
          }
        }
      }),
    );
  });

  test('an envelope flies to everyone who gets a mail, once for each desk', () => {
    fc.assert(
      fc.property(anyPlay, (model) => {
        const flights = cuesOfBeats(model)
          .flatMap(({ cues }) => cues)
          .flatMap((cue) => (cue.do === 'fly' ? [`${cue.desk} ${cue.arrival.actor}`] : []));
        const arrivals = dispatches(model.level, model.outcome).flatMap(({ desk, arrivals: all }) =>
          all.map(({ actor }) => `${desk} ${actor}`),
        );
        expect(flights.toSorted()).toEqual(arrivals.toSorted());
        expect(new Set(flights).size).toBe(flights.length);
      }),
    );
  });

  test('everyone in a cue has a seat', () => {
    fc.assert(
      fc.property(anyPlay, (model) => {
        const cast = new Set(castOf(model.level, model.outcome).map(({ contact }) => contact.id));
        const named = cuesOfBeats(model)
          .flatMap(({ cues }) => cues)
          .flatMap((cue) => ('actor' in cue ? cue.actor : cue.do === 'post' ? cue.from : []));
        expect(named.filter((id) => !cast.has(id))).toEqual([]);
      }),
    );
  });

  test('the survey in Cc: each batch shows how many saw it, as on record', () => {
    const [, survey] = LEVELS;
    if (!survey) throw new Error('no survey');
    const model = allIn(survey, 'cc');
    const seen = new Map<string, number>();
    for (const { cues } of cuesOfBeats(model)) {
      for (const cue of cues) if (cue.do === 'seen' && !seen.has(cue.actor)) seen.set(cue.actor, cue.by);
    }
    const batches = survey.contacts.filter(({ people }) => people !== undefined);
    expect(batches.map(({ id }) => seen.get(id))).toEqual(batches.map(({ people }) => (people ?? 1) - 1));
  });
});

describe('what appears beside whom', () => {
  /** The signs of a play, as `who: sign`, and the replies, as `who > whom`. */
  const shownIn = (played: Level, routing: Routing) => {
    const cues = cuesOfBeats({ level: played, routing, outcome: simulate(played, routing), from: 0 }).flatMap(
      (beat) => beat.cues,
    );
    return {
      signs: cues.flatMap((cue) => (cue.do === 'sign' ? [`${cue.actor}: ${cue.sign}`] : [])),
      replies: cues.flatMap((cue) => (cue.do === 'post' ? [`${cue.from} > ${cue.to ?? 'sender'}`] : [])),
    };
  };

  test('who replies to all is shown to speak, and not those who read it', () => {
    const played = levelOf([person('loud', { habits: ['replies-all'] }), person('reader')]);
    expect(shownIn(played, route({ loud: 'cc', reader: 'cc' })).signs).toContain('loud: speaks');
    expect(shownIn(played, route({ loud: 'cc', reader: 'cc' })).signs).not.toContain('reader: speaks');
    expect(shownIn(played, route({ loud: 'bcc', reader: 'cc' })).signs).toContain('loud: speaks');
  });

  test('a forwarded mail is marked beside the one who forwards it, and flies to its reader, who did nothing', () => {
    const played = levelOf([
      person('a', { habits: ['forwards'], forwardsTo: 'reader' }),
      person('b'),
      person('reader', { needs: 'nothing' }),
    ]);
    const { signs, replies } = shownIn(played, route({ a: 'to', b: 'cc' }));
    expect(signs).toContain('a: speaks');
    expect(signs.filter((sign) => sign.startsWith('reader'))).toEqual([]);
    expect(replies).toContain('a > reader');
  });

  test('who is left out waits', () => {
    const played = levelOf([person('reader'), person('forgotten', { needs: 'act' })]);
    expect(shownIn(played, route({ reader: 'to' })).signs).toEqual(['forgotten: waiting']);
  });

  test('a reply to all goes to those who got the same mail, though it shares its beat with replies to other mails', () => {
    const loud = (id: string) => person(id, { habits: ['replies-all'] });
    const played = levelOf([loud('a'), person('a2'), loud('b'), person('b2')], {
      mails: [
        mailOf('first', { series: 'two', contacts: ['a', 'a2'] }),
        mailOf('second', { series: 'two', contacts: ['b', 'b2'] }),
      ],
    });
    const { replies } = shownIn(played, { first: { a: 'cc', a2: 'cc' }, second: { b: 'cc', b2: 'cc' } });
    expect(replies.toSorted()).toEqual(['a > a2', 'a > sender', 'b > b2', 'b > sender']);
  });
});
