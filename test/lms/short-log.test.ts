import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  applyCommand,
  FIELDS,
  replayLog,
  startPlay,
  type Command,
  type Level,
  type Placement,
} from '../../src/engine/index.ts';
import { shortLog } from '../../src/lms/short-log.ts';
import { anyLevel } from '../engine/arbitrary.ts';
import { courseLevel } from '../engine/levels.ts';

const anyCommands = (level: Level): fc.Arbitrary<readonly Command[]> =>
  fc.array(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          type: fc.constant('place' as const),
          contacts: fc.subarray(level.contacts.map(({ id }) => id)),
          field: fc.constantFrom(...FIELDS),
        }),
      },
      { weight: 2, arbitrary: fc.constantFrom<Command>({ type: 'undo' }, { type: 'redo' }) },
      { weight: 3, arbitrary: fc.constantFrom<Command>({ type: 'send' }, { type: 'skip' }, { type: 'unsend' }) },
    ),
    { maxLength: 30 },
  );

/** Leaves out the cards that are left out, which a placement need not name. */
const placedIn = (placement: Placement) =>
  Object.fromEntries(Object.entries(placement).filter(([, field]) => field !== 'none'));

test('a shortened log restores the same desk, with the same emails sent', () => {
  const anyPlay = anyLevel.chain((level) => anyCommands(level).map((commands) => ({ level, commands })));
  fc.assert(
    fc.property(anyPlay, ({ level, commands }) => {
      const play = commands.reduce((now, command) => applyCommand(level, now, command), startPlay(level));
      const again = replayLog(level, shortLog(play.log));
      expect(again.desk).toEqual(play.desk);
      expect(placedIn(again.placement)).toEqual(placedIn(play.placement));
      expect(again.outcome).toEqual(play.outcome);
    }),
    { numRuns: 300 },
  );
});

test('however long a learner hesitates, a shortened log has one command for each field', () => {
  const { contacts } = courseLevel('survey-mailing');
  const hesitating = Array.from({ length: 500 }, (_, index): Command => ({
    type: 'place',
    contacts: [contacts[index % contacts.length]?.id ?? ''],
    field: (['to', 'cc', 'bcc'] as const)[index % 3] ?? 'to',
  }));
  expect(shortLog(hesitating).length).toBeLessThanOrEqual(3);
});
