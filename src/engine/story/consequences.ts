import { beat, beatId, inStoryOrder, mailOf, pairsOf, type Beat, type BeatKind } from './beat.ts';
import { becauseOfBeat, becauseOfFact, becausePlaced } from './causes.ts';
import { authoredBeats } from './authored.ts';
import { deskBeats } from './desk-beats.ts';
import { isOptional } from './desks.ts';
import { exposedContacts } from './disclosure.ts';
import { DAY, durationSeconds, HOUR } from '../level/duration.ts';
import { DELIVERING_FIELDS } from '../level/fields.ts';
import { WEIGHTS } from '../level/weights.ts';
import { isNeeded, needOf } from '../level/needs.ts';
import type { ContactId } from '../level/level.ts';
import type { Cause, RegulatorDecision } from './findings.ts';
import { breachLayers } from './gravity.ts';
import { decide } from './regulator.ts';
import { sendingTime, type Story, type StoryDesk } from './story.ts';

export interface Consequences {
  readonly beats: readonly Beat[];
  readonly decision: RegulatorDecision | null;
}

/** Beats in which someone is seen, or a mail reaches someone who must not get it. */
function showsSomebody(told: Beat): boolean {
  return SHOWING.includes(told.kind) || pairsOf(told) > 0;
}
const SHOWING: readonly BeatKind[] = ['disclosed', 'content-leaked', 'unmasked'];

interface Concerned {
  readonly contacts: readonly ContactId[];
  readonly people: number;
}

/** People whose address these desks' mails have shown or, if there are none, those who got what they must not get. */
function concernedBy(story: Story, desks: readonly StoryDesk[]): Concerned {
  const seen = exposedContacts(
    desks.flatMap((desk) => desk.exposures),
    story.book,
  );
  const mails = new Set(desks.flatMap((desk) => desk.mails.map(({ mail }) => mail.id)));
  const affected = seen.length > 0 ? seen : story.leaks.filter(({ mail }) => mails.has(mail));
  return {
    contacts: [...new Set(affected.map(({ contact }) => contact))],
    people: affected.reduce((sum, { people }) => sum + people, 0),
  };
}

/** How the public reacts to a breach: complaints, the press, the regulator. */
function publicBeats(story: Story, breachBeats: readonly Beat[], decision: RegulatorDecision | null): Beat[] {
  const [first] = breachBeats;
  if (!first) return [];
  // Only what existed at the first leak, so that the beats before an apology stay the same.
  const because = breachBeats
    .filter(({ at }) => at <= first.at)
    .slice(0, 3)
    .map(({ id }) => becauseOfBeat(id));
  return [...outcry(story, first, because), ...regulatorBeats(story, first, because, decision)];
}

function outcry(story: Story, first: Beat, because: readonly Cause[]): Beat[] {
  if (!story.breach) return [];
  const firstDesk = story.desks.filter((desk) => desk.mails.some(({ mail }) => mail.id === mailOf(first)));
  const { people, contacts: subjects } = concernedBy(story, firstDesk);
  const beats: Beat[] = [];
  if (people >= WEIGHTS.complaintPeople) {
    beats.push(beat('complaint', [], first.at + 4 * HOUR, { causes: because, subjects, numbers: { people } }));
  }
  if (people >= WEIGHTS.pressPeople) {
    beats.push(
      beat('press', [], first.at + DAY, {
        causes: [becauseOfBeat(beatId('complaint'))],
        subjects,
        numbers: { people },
      }),
    );
  }
  return beats;
}

/** What happens between the organisation and its regulator after a breach. */
function regulatorBeats(
  story: Story,
  first: Beat,
  because: readonly Cause[],
  decision: RegulatorDecision | null,
): Beat[] {
  const regulator = story.level.regulator;
  if (!regulator || !decision) return [];
  const { people } = concernedBy(story, story.desks);
  const { outcome } = decision;
  // After the apology, because how it was addressed decides whether the organisation had to report.
  const apology = story.level.mails.find((mail) => mail.when === 'breach');
  const at = Math.max(first.at + 2 * DAY, apology ? sendingTime(apology) : 0);
  // A low risk stays on the organisation's own record: no regulator hears about it (GDPR Article 33(5)).
  if (outcome === 'internal-record') {
    return [beat('recorded', [], at, { causes: because, numbers: { people } })];
  }
  const told = regulator.test === 'uk-2012' ? 'referred' : 'notified';
  return [
    beat(told, [], at, {
      causes: because,
      numbers: { people, hours: WEIGHTS.notificationHours },
    }),
    beat('decided', [], Math.max(at, durationSeconds(regulator.after)), {
      causes: [becauseOfBeat(beatId(told)), ...decisionCauses(story), becauseOfFact('regulator-test', [])],
      numbers: { people },
      decision,
    }),
  ];
}

function decisionCauses(story: Story) {
  const warned = story.desks.find((desk) => desk.mails.some((mail) => mail.warned));
  return warned ? [becauseOfBeat(beatId('warning-ignored', warned.id))] : [];
}

/** If nothing leaked, the replay says so: a good answer is shown in as much detail as a bad one. */
function quietBeat(story: Story): Beat[] {
  const mails = story.desks.flatMap((desk) => desk.mails);
  const readers = [
    ...new Set(mails.flatMap(({ delivered }) => delivered.deliveries.map(({ addressee }) => addressee))),
  ];
  if (story.exposures.length > 0 || story.leaks.length > 0 || readers.length === 0) return [];
  const people = readers.reduce((sum, { people: count }) => sum + (count ?? 1), 0);
  return [
    beat('nobody-exposed', [], DAY, {
      causes: [
        ...story.desks
          .filter(({ mails: sent }) => sent.some(({ delivered }) => delivered.deliveries.length > 0))
          .map(({ id }) => becauseOfBeat(beatId('sent', id))),
        ...becausePlaced(
          story,
          mails,
          readers.map(({ id }) => id),
          DELIVERING_FIELDS,
        ),
      ],
      viewers: readers.map(({ id }) => id),
      numbers: { people },
    }),
  ];
}

/** True when someone who was exposed needs a mail of the desk and does not get it. */
function leavesUntold(story: Story, { mails }: StoryDesk): boolean {
  return mails.some(
    ({ mail, concerns, delivered }) =>
      !isOptional(mail) &&
      [...concerns].some(
        (one) =>
          isNeeded(needOf(mail, one)) &&
          story.exposed.some(({ contact }) => contact === one.id) &&
          !delivered.deliveries.some(({ addressee }) => addressee === one),
      ),
  );
}

function regulatorDecision(story: Story): RegulatorDecision | null {
  const { regulator } = story.level;
  // Under the GDPR a slip that harms nobody is recorded too (Article 33(5)).
  const slip = story.exposures.length > 0 && regulator?.test !== 'uk-2012';
  if (!regulator || !(story.breach || slip)) return null;
  const leaking = new Set([...story.exposures.flatMap(({ mails }) => mails), ...story.leaks.map(({ mail }) => mail)]);
  const repeated = story.desks.some(
    (desk) => desk.exposures.length > 0 && desk.mails.some(({ mail }) => mail.when === 'breach'),
  );
  const apologies = story.desks.filter((desk) => desk.mails.some(({ mail }) => mail.affected));
  const untold = apologies.some((desk) => leavesUntold(story, desk));
  return decide(regulator, {
    layers: breachLayers(story),
    knew: story.desks.some((desk) => desk.mails.some(({ warned, mail }) => warned && leaking.has(mail.id))),
    repeated,
    untold,
    putRight: apologies.length > 0 && !untold && !repeated,
  });
}

/**
 * Returns the story as beats, in story order, each with its cause.
 * While an apology is due, the story stops there, because what follows depends on it.
 * @param ruleBeats the events that the rules of the score add to one desk
 */
export function consequences(
  story: Story,
  ruleBeats: (story: Story, desk: StoryDesk) => readonly Beat[],
): Consequences {
  const decision = regulatorDecision(story);
  const fromDesks = story.desks.flatMap((desk) => inStoryOrder([...deskBeats(story, desk), ...ruleBeats(story, desk)]));
  const breachBeats = fromDesks.filter(showsSomebody);
  const told = [...fromDesks, ...publicBeats(story, breachBeats, decision), ...quietBeat(story)];
  const apology = story.level.mails.find((mail) => mail.when === 'breach');
  const horizon = apology && story.due.includes(apology) ? sendingTime(apology) : Infinity;
  if (apology && story.breach) {
    const { people, contacts } = concernedBy(
      story,
      story.desks.filter((desk) => desk.mails.every(({ mail }) => mail !== apology)),
    );
    const owed = beat('apology-due', [apology.id], sendingTime(apology), {
      causes: breachBeats
        .filter((one) => mailOf(one) !== apology.id)
        .slice(0, 3)
        .map(({ id }) => becauseOfBeat(id)),
      mail: apology.id,
      subjects: contacts,
      numbers: { people },
    });
    // Before all beats of the same moment, so that the beats of the apology come after it.
    told.unshift(owed);
  }
  const all = [...told, ...authoredBeats(story, told)];
  return {
    beats: inStoryOrder(all.filter(({ at, kind }) => at < horizon || kind === 'apology-due')),
    decision: horizon === Infinity ? decision : null,
  };
}
