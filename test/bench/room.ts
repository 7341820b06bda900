import { collectResults } from '../../src/room/live/collected-results.ts';
import { leadRoom } from '../../src/room/live/screen.ts';
import { addResults, type Results, spreadOf } from '../../src/room/tally.ts';
import { findMosquitto } from '../../tools/mosquitto-server.mjs';
import {
  beBroker,
  bePhones,
  embedded,
  idOf,
  KEY,
  LEVEL,
  mosquitto,
  now,
  openPhones,
  SESSION,
  until,
  urlOf,
  usedBy,
  type Broker,
} from './hall.ts';
import { percentile, printLines } from './line.ts';
import { fillPage } from './room-page.ts';

/**
 * How long a result takes from a phone into the tally of the screen, when a whole hall sends: 300 phones at the same instant on
 * the embedded broker, 2,000 on Mosquitto. Screen, broker and phones are processes of their own on one machine.
 */

/** @param within milliseconds over which the phones send @returns whether every promise was kept */
async function fillRoom(broker: Broker, count: number, within: number, isPromised = true): Promise<boolean> {
  let results: Results = [];
  let arrived = 0;
  let here = 0;
  const countedAt = new Map<string, number>();
  // As the page does it.
  const collecting = collectResults(
    (collected) => {
      results = addResults(results, collected);
      for (const { participant } of collected) if (!countedAt.has(participant)) countedAt.set(participant, now());
    },
    () => null,
  );
  const begun = process.cpuUsage();
  const screen = leadRoom(
    { url: urlOf(broker.port), session: SESSION, key: KEY, state: { level: LEVEL.id, phase: 'open', group: 0 } },
    () => [LEVEL],
    {
      status: () => null,
      present: (phones) => {
        here = phones;
      },
      result(result) {
        arrived += 1;
        collecting.add(result);
      },
    },
  );
  const phones = await openPhones(broker, count);
  const joined = await until(() => here === count);
  const sentAt = await phones.send(within);
  const all = await until(() => results.length === count);
  // The screen's table, which is worked out once more than on the page.
  const counts = spreadOf(LEVEL, results).find(({ contact }) => contact === 'northwind')?.counts ?? [];
  const counted = counts.reduce((sum, one) => sum + one.count, 0);
  const delays = sentAt.map((at, index) => (countedAt.get(idOf(index)) ?? Infinity) - at);
  const slowest = percentile(delays, 0.99);
  const { user, system } = process.cpuUsage(begun);
  const { processor, memory } = usedBy(broker.pid);
  printLines([
    {
      what: `result of ${String(count)} phones ${within === 0 ? 'at once' : 'in one second'} in the tally, on ${broker.name}, 99th percentile`,
      against: 'sending it',
      measured: `${String(Math.round(slowest))} ms`,
      promised: isPromised ? 'at most 1,000 ms' : 'nothing',
      kept: !isPromised || slowest <= 1000,
    },
    {
      what: 'results counted',
      against: `${String(count)} phones`,
      measured: String(counted),
      promised: String(count),
      kept: joined && all && counted === count,
    },
  ]);
  const screenMemory = Math.round(process.memoryUsage.rss() / 2 ** 20);
  console.log(
    `Median: ${String(Math.round(percentile(delays, 0.5)))} ms. Broker: ${String(processor)} ms of processor time, ${String(memory)} MB at most. Screen: ${String(Math.round((user + system) / 1000))} ms, ${String(screenMemory)} MB. Messages that arrived twice: ${String(arrived - counted)}.`,
  );
  phones.close();
  screen.close();
  await broker.close();
  return (!isPromised || slowest <= 1000) && counted === count;
}

const [role, ...args] = process.argv.slice(2);
if (role === 'broker') await beBroker(args[0] ?? '');
else if (role === 'phones') {
  const [port = 0, first = 0, count = 0] = args.map(Number);
  bePhones(port, first, count);
} else {
  const [game = '', executablePath = '', chromiumArgs = '[]', part] = [role, ...args];
  const asked = (name: string) => part === undefined || part === name;
  const kept: boolean[] = [];
  if (asked('page'))
    kept.push(await fillPage(await embedded(game), { executablePath, args: JSON.parse(chromiumArgs) as string[] }));
  if (asked('aedes')) kept.push(await fillRoom(await embedded(game), 300, 0));
  const program = findMosquitto();
  if (program === undefined) console.log('Mosquitto is not installed, so its halls were skipped.');
  else if (asked('mosquitto')) {
    kept.push(await fillRoom(await mosquitto(program), 2_000, 1_000));
    // On one machine the simulated phones themselves need a second for this.
    kept.push(await fillRoom(await mosquitto(program), 2_000, 0, false));
  }
  process.exit(kept.every(Boolean) ? 0 : 1);
}
