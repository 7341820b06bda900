import { bestRouting } from '../../src/engine/analysis/analysis.ts';
import { countCensus, type Census } from '../engine/census.ts';
import { FIELDS, type Contact, type Field, type Level } from '../../src/engine/level/level.ts';
import { simulate } from '../../src/engine/play/simulate.ts';
import { courseLevel, crowd, level, mail, person as contact, route, surveyRouting } from '../engine/levels.ts';
import { composeLine } from './compose.ts';
import { printLines, type Line } from './line.ts';

/** The median time of one call, in milliseconds; each sample takes at least 20 ms of calls. */
function time(call: () => unknown, now: () => number = () => performance.now()): number {
  call();
  const samples = Array.from({ length: 7 }, () => {
    const start = now();
    let calls = 0;
    do {
      call();
      calls += 1;
    } while (now() - start < 20);
    return (now() - start) / calls;
  }).toSorted((a, b) => a - b);
  return samples[3] ?? 0;
}

/** What the processor has worked for this process, in milliseconds: other work on the machine does not count. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * How long two calls take that take turns, each by its fastest tenth: other work on the machine only makes a call
 * slower, and slows both alike.
 */
function timeBoth(one: () => unknown, other: () => unknown): [number, number] {
  const rounds = Array.from({ length: 1000 }, () => [timeOnce(one), timeOnce(other)] as const);
  const fast = (samples: readonly number[]) => samples.toSorted((a, b) => a - b)[samples.length / 10] ?? 0;
  return [fast(rounds.map(([first]) => first)), fast(rounds.map(([, second]) => second))];
}

function timeOnce(call: () => unknown): number {
  const start = performance.now();
  call();
  return performance.now() - start;
}

const milliseconds = (value: number) => `${value.toPrecision(3)} ms`;
const times = (value: number) => `${value.toPrecision(3)} ×`;

/** The same numbers every time, so that every run measures the same work. */
function dice(): (sides: number) => number {
  let state = 2012;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

function census(people: number): Census {
  const roll = dice();
  return {
    field: Uint8Array.from({ length: people }, () => roll(FIELDS.length)),
    circle: Uint16Array.from({ length: people }, () => roll(1000) + 1),
    circles: 1000,
  };
}

function crowdLine(): Line {
  const routing = route({ many: 'cc', a: 'to' });
  const [small, large] = [10, 1_000_000].map((people) => level([crowd('many', people), contact('a')]));
  const base = time(() => small && simulate(small, routing));
  const measured = time(() => large && simulate(large, routing));
  return {
    what: `replay of a crowd of 1,000,000: ${milliseconds(measured)}`,
    against: `of a crowd of 10: ${milliseconds(base)}`,
    measured: times(measured / base),
    promised: 'at most 2 ×',
    kept: measured / base <= 2,
  };
}

function censusLines(): Line[] {
  const [tenth, all] = [census(100_000), census(1_000_000)];
  let sink = 0;
  const bare = time(() => {
    let sum = 0;
    for (let person = 0; person < all.field.length; person += 1) {
      sum += (all.field[person] ?? 0) + (all.circle[person] ?? 0);
    }
    sink += sum;
  });
  const [few, many] = [time(() => countCensus(tenth)), time(() => countCensus(all))];
  const before = process.memoryUsage();
  const kept = countCensus(all);
  const after = process.memoryUsage();
  const bytes = Math.max(0, after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed) / 1_000_000;
  if (sink + kept.disclosures === 0) throw new Error('Nothing was counted.');
  const naive = time(() => pairByPair(census(2000)));
  return [
    {
      what: `1,000,000 people routed one by one, in 1,000 circles: ${milliseconds(many)}`,
      against: `a bare pass over the same arrays: ${milliseconds(bare)}`,
      measured: times(many / bare),
      promised: 'at most 10 ×',
      kept: many / bare <= 10,
    },
    {
      what: 'ten times the people',
      against: `100,000 people: ${milliseconds(few)}`,
      measured: times(many / few),
      promised: 'at most 12 ×',
      kept: many / few <= 12,
    },
    {
      what: 'memory beyond the input',
      against: 'people',
      measured: `${bytes.toPrecision(2)} bytes a person`,
      promised: 'at most 64',
      kept: bytes <= 64,
    },
    {
      what: `pair by pair, 2,000 people: ${milliseconds(naive)}`,
      against: `the count of 1,000,000: ${milliseconds(many)}`,
      measured: `${times(naive / many)}; for 1,000,000 people it would take ${Math.round((naive * 250_000) / 60_000)} minutes`,
      promised: '(shows why)',
      kept: true,
    },
  ];
}

function pairByPair({ field, circle }: Census): number {
  const visible = (person: number) => (field[person] ?? 9) < 2;
  const reads = (person: number) => (field[person] ?? 9) < 3;
  let pairs = 0;
  for (let viewer = 0; viewer < field.length; viewer += 1) {
    if (!reads(viewer)) continue;
    for (let subject = 0; subject < field.length; subject += 1) {
      if (viewer !== subject && visible(subject) && circle[viewer] !== circle[subject]) pairs += 1;
    }
  }
  return pairs;
}

/** A level whose contacts all differ, so that none can share a field. */
function different(cards: number, flawless: boolean): Level {
  const kinds: readonly Partial<Contact>[] = [
    { needs: 'act', identity: 'full', mustBeSeen: true },
    { identity: 'handle' },
    { needs: 'nothing' },
    { needs: 'act', habits: ['replies-all'] },
    { identity: 'photo' },
    { people: 20 },
    { people: 30, identity: 'full' },
    { authorised: true },
    { needs: 'act', identity: 'photo' },
    { needs: 'nothing', identity: 'full' },
    { kind: 'list', members: ['p1', 'p4'] },
    { kind: 'group', members: ['p0', 'p3'] },
  ];
  const contacts = Array.from({ length: cards }, (_, index) =>
    contact(`p${String(index)}`, {
      address: `p${String(index)}-{n}@mail.example`,
      ...kinds[index % (flawless ? 10 : kinds.length)],
    }),
  );
  const ids = contacts.map(({ id }) => id);
  return level(contacts, {
    circles: [
      { id: 'team', members: ids.filter((_, index) => index % 4 === 0), bond: 'context', discusses: true },
      ...ids.slice(1).map((id, index) => ({
        id: `street-${String(index)}`,
        members: [ids[index] ?? id, id],
        bond: 'acquaintance' as const,
      })),
    ],
    mails: [mail('mail', { sensitivity: 3, fields: ['to', 'cc', 'bcc', 'separate'] as Field[] })],
  });
}

/** The survey as it is now, against what format 1 could say of it: no needs by mail, no permissions, no threads. */
function formatLine(): Line {
  const now = courseLevel('survey-mailing');
  const plain: Level = {
    ...now,
    contacts: now.contacts.map(({ maySee: _maySee, reveals: _reveals, outside: _outside, ...card }) => card),
    mails: now.mails.map(({ needs: _needs, about: _about, thread: _thread, instead: _instead, ...one }) => one),
  };
  const routing = surveyRouting('cc');
  const [base, measured] = timeBoth(
    () => simulate(plain, routing),
    () => simulate(now, routing),
  );
  return {
    what: `replay of the survey, format 2: ${milliseconds(measured)}`,
    against: `with what format 1 could say: ${milliseconds(base)}`,
    measured: times(measured / base),
    promised: 'at most 1.2 ×',
    kept: measured / base <= 1.2,
  };
}

function analysisLines(): Line[] {
  const cases = [
    { cards: 6, flawless: true },
    { cards: 12, flawless: true },
    { cards: 24, flawless: true },
    { cards: 12, flawless: false },
    { cards: 24, flawless: false },
  ];
  return cases.map(({ cards, flawless }) => {
    const some = different(cards, flawless);
    const measured = time(() => bestRouting(some), processorTime);
    const { routing, outcome, exact } = bestRouting(some);
    const replay = time(() => simulate(some, routing), processorTime);
    return {
      what: `best routing of ${String(cards)} cards that all differ, ${flawless ? 'as levels have them' : 'where no way is flawless'}`,
      against: `score ${String(outcome.score)}, ${exact ? 'exact' : 'not proven to be the best'}`,
      measured: `${milliseconds(measured)}; ${times(measured / replay)} one replay of it`,
      promised: cards === 12 ? 'under 50 ms' : '(growth)',
      kept: cards !== 12 || measured < 50,
    };
  });
}

printLines([composeLine(), crowdLine(), formatLine(), ...censusLines(), ...analysisLines()]);
