import { beat, beatId, type Beat } from './beat.ts';
import { isWritten, peopleIn } from './shown.ts';
import { becauseOfBeat, becauseOfFact, becausePlaced } from './causes.ts';
import { exposedContacts } from './disclosure.ts';
import { HOUR, MINUTE } from '../level/duration.ts';
import { VISIBLE_FIELDS } from '../level/fields.ts';
import type { ContactId } from '../level/level.ts';
import { getsSeparateMails, hasOwnMail, type Delivery } from '../mail/delivery.ts';
import type { Cause, Exposure } from './findings.ts';
import { forwardBeats, recallBeats, replyBeats } from './reader-beats.ts';
import { firstMail, type Story, type StoryDesk } from './story.ts';

/** More viewers than this share one beat; otherwise a crowd's story would be a list. */
const VIEWERS_TOLD_ONE_BY_ONE = 4;

const unique = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];

/** What follows directly from the mails of one desk. */
export function deskBeats(story: Story, desk: StoryDesk): Beat[] {
  if (desk.mails.every(({ delivered }) => delivered.deliveries.length === 0)) return [];
  const disclosed = disclosedBeats(story, desk);
  const replies = replyBeats(story, desk);
  const forwards = forwardBeats(story, desk);
  return [
    ...sentBeats(desk),
    ...disclosed,
    ...recognisedBeats(story, desk, [...disclosed, ...replies, ...forwards]),
    ...replies,
    ...forwards,
    ...recallBeats(story, desk),
  ];
}

/** How many people got these copies; each person counts once, however many emails they got. */
function peopleOfAll(deliveries: readonly Delivery[]): number {
  const people = new Map(deliveries.map(({ addressee, people: count }) => [addressee.id, count]));
  return [...people.values()].reduce((sum, count) => sum + count, 0);
}

function sentBeats(desk: StoryDesk): Beat[] {
  const deliveries = desk.mails.flatMap(({ delivered }) => delivered.deliveries);
  const separate = deliveries.filter(({ field }) => field === 'separate');
  const copied = desk.mails.flatMap(({ delivered }) =>
    delivered.deliveries.some(hasOwnMail)
      ? delivered.deliveries.filter((delivery) => getsSeparateMails(delivered, delivery))
      : [],
  );
  const shared = desk.mails.filter(
    ({ delivered }) => delivered.shared && delivered.deliveries.some(({ readsShared }) => readsShared),
  ).length;
  const sent = beat('sent', [desk.id], desk.at, {
    mail: firstMail(desk),
    viewers: unique(deliveries.map(({ addressee }) => addressee.id)),
    numbers: {
      mails: shared,
      separate: peopleOfAll(separate),
      copied: peopleOfAll(copied),
      people: peopleOfAll(deliveries),
    },
  });
  const warned = desk.mails.filter(({ warned: shown }) => shown);
  const [loudest] = [...warned].toSorted((a, b) => b.delivered.publicAddresses - a.delivered.publicAddresses);
  if (!loudest) return [sent];
  return [
    sent,
    beat('warning-ignored', [desk.id], desk.at, {
      mail: loudest.mail.id,
      causes: [becauseOfBeat(sent.id), becauseOfFact('warns', [], loudest.mail.id)],
      numbers: { addresses: loudest.delivered.publicAddresses, limit: loudest.mail.warnsAt ?? 0, mails: warned.length },
    }),
  ];
}

/** The causes: the mails of a desk were sent with these people in lines that others read. */
export function shownBecause(story: Story, desk: StoryDesk, subjects: readonly ContactId[]): Cause[] {
  return [becauseOfBeat(beatId('sent', desk.id)), ...becausePlaced(story, desk.mails, subjects, VISIBLE_FIELDS)];
}

function disclosedBeats(story: Story, desk: StoryDesk): Beat[] {
  const exposures = desk.exposures.filter(({ viewer, subject }) => isWritten(desk, viewer, subject));
  const viewers = unique(exposures.map(({ viewer }) => viewer));
  if (exposures.length === 0) return [];
  const at = desk.at + 2 * MINUTE;
  if (viewers.length > VIEWERS_TOLD_ONE_BY_ONE) return [disclosedTogether(story, desk, exposures, at)];
  const inside = (viewer: ContactId) =>
    exposures.filter((exposure) => exposure.viewer === viewer && exposure.subject === viewer);
  const others = (viewer: ContactId) =>
    exposures.filter((exposure) => exposure.viewer === viewer && exposure.subject !== viewer);
  const sight = (viewer: ContactId) => JSON.stringify(others(viewer).map(({ subject, mails }) => [subject, mails]));
  return viewers.flatMap((viewer) => {
    // Those who see the same people on the same mails.
    const group = viewers.filter((other) => sight(other) === sight(viewer));
    const within = inside(viewer);
    const seen = group[0] === viewer ? group.flatMap(others) : [];
    return [
      ...(within.length > 0 ? [disclosedTo(story, desk, [viewer], within, 'within', at)] : []),
      ...(seen.length > 0 ? [disclosedTo(story, desk, group, seen, 'sees', at)] : []),
    ];
  });
}

function disclosedTo(
  story: Story,
  desk: StoryDesk,
  viewers: readonly ContactId[],
  seen: readonly Exposure[],
  variant: 'within' | 'sees',
  at: number,
): Beat {
  const subjects = unique(seen.map(({ subject }) => subject));
  const people = peopleIn(story, subjects);
  return beat('disclosed', [desk.id, viewers[0] ?? '', variant], at, {
    mail: seen[0]?.mails[0] ?? firstMail(desk),
    causes: shownBecause(story, desk, subjects),
    viewers: [...viewers],
    subjects,
    numbers: {
      viewers: peopleIn(story, [...viewers]),
      people,
      others: variant === 'within' ? people - 1 : people,
      pairs: seen.reduce((sum, { pairs }) => sum + pairs, 0),
    },
    variant,
  });
}

function disclosedTogether(story: Story, desk: StoryDesk, exposures: readonly Exposure[], at: number): Beat {
  const exposed = exposedContacts(exposures, story.book);
  const each = exposed.map(({ viewersEach }) => viewersEach);
  // A list whose name reveals is seen beside its members.
  const subjects = unique([...exposed.map(({ contact }) => contact), ...exposures.map(({ subject }) => subject)]);
  return beat('disclosed', [desk.id], at, {
    mail: firstMail(desk),
    causes: shownBecause(story, desk, subjects),
    viewers: unique(exposures.map(({ viewer }) => viewer)),
    subjects,
    numbers: {
      people: exposed.reduce((sum, { people }) => sum + people, 0),
      viewersMin: Math.min(...each),
      viewersMax: Math.max(...each),
      pairs: exposures.reduce((sum, { pairs }) => sum + pairs, 0),
    },
    variant: 'many',
  });
}

/** The most beats named as causes; more would bury the others. */
const CAUSES_NAMED = 3;

/** @param showing the beats in which these people were shown */
function recognisedBeats(story: Story, desk: StoryDesk, showing: readonly Beat[]): Beat[] {
  const circles = unique(desk.exposures.flatMap(({ acquaintance }) => acquaintance ?? []));
  return circles.map((circle) => {
    const known = desk.exposures.filter(({ acquaintance }) => acquaintance === circle);
    const subjects = unique(known.map(({ subject }) => subject));
    const at = desk.at + HOUR;
    const shownBy = showing.filter(
      (one) =>
        one.at <= at &&
        known.some(({ viewer, subject }) => one.viewers.includes(viewer) && one.subjects.includes(subject)),
    );
    return beat('recognised', [desk.id, circle], at, {
      mail: known[0]?.mails[0] ?? firstMail(desk),
      causes: [
        ...shownBy.slice(0, CAUSES_NAMED).map(({ id }) => becauseOfBeat(id)),
        { type: 'circle', circle },
        ...becausePlaced(story, desk.mails, subjects, VISIBLE_FIELDS),
      ],
      viewers: unique(known.map(({ viewer }) => viewer)),
      subjects,
      numbers: { people: peopleIn(story, subjects), pairs: known.reduce((sum, { pairs }) => sum + pairs, 0) },
    });
  });
}
