import { isOutside } from '../level/contact.ts';
import { beat, beatId, onlyMail, type Beat } from './beat.ts';
import { isWritten } from './shown.ts';
import { becauseOfBeat, becauseOfFact, becausePlaced } from './causes.ts';
import { HOUR } from '../level/duration.ts';
import type { ContactId } from '../level/level.ts';
import { WEIGHTS } from '../level/weights.ts';
import { isStorm, mailsOfAll, repliesToAll, type ReplyAll } from '../mail/replies.ts';
import type { Story, StoryDesk, StoryMail } from './story.ts';

/** One reply-all in the story. */
interface ToldReply {
  readonly kind: 'unmasked' | 'replied-all' | 'replied-all-harmless';
  readonly variant: 'storm' | null;
  readonly mail: StoryMail;
  readonly reply: ReplyAll;
}

/** The reply-alls to the mails of a desk (rules 5 and 6): those of one kind share a beat. */
export function replyBeats(story: Story, desk: StoryDesk): Beat[] {
  const told = new Map<string, [ToldReply, ...ToldReply[]]>();
  for (const mail of desk.mails) {
    const replies = repliesToAll(mail.delivered);
    const storm = isStorm(replies);
    for (const reply of replies) {
      const up = desk.speakingUp.find((one) => one.delivered === mail.delivered && one.speaker === reply.speaker);
      const kind = up?.blind ? 'unmasked' : reply.reached > 0 ? 'replied-all' : 'replied-all-harmless';
      const variant = storm && kind === 'replied-all' ? 'storm' : null;
      // For replies that expose someone, each number of readers is a separate event.
      const key = kind === 'replied-all' ? `${kind} ${String(variant)}` : `${kind} ${String(reply.reached)}`;
      const one = { kind, variant, mail, reply } as const;
      const before = told.get(key);
      told.set(key, before ? [...before, one] : [one]);
    }
  }
  return [...told.values()].map((replies) => replyBeat(story, desk, replies));
}

function replyBeat(story: Story, desk: StoryDesk, told: readonly [ToldReply, ...ToldReply[]]): Beat {
  const [{ kind, variant, mail, reply }] = told;
  const mails = [...new Set(told.map((one) => one.mail))];
  const speakers = [...new Set(told.map((one) => one.reply.speaker.addressee.id))];
  const readers = [...new Set(told.flatMap((one) => one.reply.readers.map(({ addressee }) => addressee.id)))];
  const spoke = desk.speakingUp.some((up) => told.some((one) => one.reply.speaker === up.speaker));
  const details = {
    mail: onlyMail(mails.map((one) => one.mail.id)),
    causes: [
      becauseOfBeat(beatId('sent', desk.id)),
      becauseOfFact('replies-all', speakers),
      ...becausePlaced(story, mails, speakers),
    ],
    // Of a crowd, those who see which of them spoke are viewers, too.
    viewers: readers.filter((id) => speakers.length > 1 || id !== speakers[0] || isSeenByOwn(desk, id)),
    subjects: speakers,
    numbers: {
      speakers: told.reduce((sum, one) => sum + one.reply.speakers, 0),
      reached: Math.max(...told.map((one) => one.reply.reached)),
      mails: mailsOfAll(told.map((one) => one.reply)),
      ...(spoke ? { pairs: shownBySpeaking(desk, speakers) } : {}),
    },
  };
  const alike = told.every((one) => one.reply.reached === reply.reached);
  const about = [mail.mail.id, reply.speaker.addressee.id];
  const at = desk.at + 3 * HOUR;
  return kind === 'replied-all'
    ? beat(kind, about, at, { ...details, variant: alike ? variant : (variant ?? 'several') })
    : beat(kind, about, at, details);
}

/** True for a crowd whose people see which of them spoke. */
function isSeenByOwn(desk: StoryDesk, id: ContactId): boolean {
  return desk.exposures.some(({ viewer, subject }) => viewer === id && subject === id) && !isWritten(desk, id, id);
}

/** Pairs that exist only because of a reply-all. */
function shownBySpeaking(desk: StoryDesk, speakers: readonly ContactId[]): number {
  return desk.exposures
    .filter(({ viewer, subject }) => speakers.includes(subject) && !isWritten(desk, viewer, subject))
    .reduce((sum, { pairs }) => sum + pairs, 0);
}

/** The mails that readers forward. */
export function forwardBeats(story: Story, desk: StoryDesk): Beat[] {
  return desk.forwardings.map(({ delivered, forwarder, reader, shown }) => {
    const who = forwarder.addressee.id;
    const subjects = shown.map(({ subject }) => subject.addressee.id);
    const news = desk.exposures.filter(
      ({ viewer, subject }) => viewer === reader.id && subjects.includes(subject) && !isWritten(desk, viewer, subject),
    );
    return beat('forwarded', [delivered.mail.id, who, reader.id], desk.at + 6 * HOUR, {
      mail: delivered.mail.id,
      causes: [
        becauseOfBeat(beatId('sent', desk.id)),
        ...becausePlaced(
          story,
          desk.mails.filter((sent) => sent.delivered === delivered),
          [who],
        ),
        becauseOfFact('forwards', [who]),
      ],
      forwarder: who,
      viewers: [reader.id],
      subjects: subjects.length > 0 ? subjects : [who],
      numbers: {
        people: shown.reduce((sum, { people }) => sum + people, 0),
        pairs: news.reduce((sum, { pairs }) => sum + pairs, 0),
      },
      variant: subjects.length > 0 ? 'addresses' : 'content',
    });
  });
}

/**
 * What a recall brings back: most of it inside the organisation, where the server also recalls mails that were read
 * (about three in four, measured for Exchange Online since 2023), and hardly anything outside (3 of 56, Gloucestershire
 * 2016; rule 14).
 */
export function recallBeats(story: Story, desk: StoryDesk): Beat[] {
  return desk.mails.flatMap(({ mail, delivered }) => {
    const { recalls } = mail;
    if (recalls === undefined || delivered.deliveries.length === 0) return [];
    const had = new Set(
      story.desks
        .filter(({ id, mails }) => id === recalls || mails.some((one) => one.mail.id === recalls))
        .flatMap(({ mails }) => mails.flatMap((one) => one.delivered.deliveries.map(({ addressee }) => addressee))),
    );
    const asked = delivered.deliveries.filter(({ addressee }) => had.has(addressee));
    const people = asked.reduce((sum, delivery) => sum + delivery.people, 0);
    const outside = asked.reduce(
      (sum, delivery) => sum + (isOutside(story.level, delivery.addressee) ? delivery.people : 0),
      0,
    );
    const { inside, outside: fromOutside } = WEIGHTS.recalled;
    const recalled =
      Math.floor((outside * fromOutside.back) / fromOutside.of) + Math.floor((people - outside) * inside);
    return [
      beat('recalled', [mail.id], desk.at + HOUR, {
        mail: mail.id,
        causes: [becauseOfBeat(beatId('sent', desk.id))],
        viewers: asked.map(({ addressee }) => addressee.id),
        numbers: { people, recalled },
      }),
    ];
  });
}
