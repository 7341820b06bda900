import { isOutside } from '../level/contact.ts';
import { beat, beatId, type Beat } from './beat.ts';
import { isWritten } from './shown.ts';
import { becauseOfBeat, becauseOfFact, becausePlaced } from './causes.ts';
import { HOUR } from '../level/duration.ts';
import type { ContactId } from '../level/level.ts';
import { isStorm, mailsOf, repliesToAll } from '../mail/replies.ts';
import type { Story, StoryDesk } from './story.ts';

/** The answers to all that the mails of a desk draw (rules 5 and 6). */
export function replyBeats(story: Story, desk: StoryDesk): Beat[] {
  return desk.mails.flatMap((mail) =>
    repliesToAll(mail.delivered).map((reply) => {
      const { speaker, speakers, readers, reached } = reply;
      const who = speaker.addressee.id;
      const up = desk.speakingUp.find((one) => one.delivered === mail.delivered && one.speaker === speaker);
      const kind = up?.blind ? 'unmasked' : reached > 0 ? 'replied-all' : 'replied-all-harmless';
      const placed = becausePlaced(story, [mail], [who]);
      const details = {
        mail: mail.mail.id,
        causes: [becauseOfBeat(beatId('sent', desk.id)), becauseOfFact('replies-all', [who]), ...placed],
        viewers: readers.map(({ id }) => id).filter((id) => id !== who),
        subjects: [who],
        numbers: { speakers, reached, mails: mailsOf(reply), ...(up ? { pairs: shownBySpeaking(desk, who) } : {}) },
      };
      const at = desk.at + 3 * HOUR;
      return kind === 'replied-all'
        ? beat(kind, [mail.mail.id, who], at, { ...details, variant: isStorm(reply) ? 'storm' : null })
        : beat(kind, [mail.mail.id, who], at, details);
    }),
  );
}

/** Pairs that only an answer to all has made. */
function shownBySpeaking(desk: StoryDesk, speaker: ContactId): number {
  return desk.exposures
    .filter(({ viewer, subject }) => subject === speaker && !isWritten(desk, viewer, subject))
    .reduce((sum, { pairs }) => sum + pairs, 0);
}

/** The mails that readers pass on. */
export function forwardBeats(desk: StoryDesk): Beat[] {
  return desk.forwardings.map(({ delivered, forwarder, reader, shown }) => {
    const who = forwarder.addressee.id;
    const subjects = shown.map(({ subject }) => subject.addressee.id);
    const news = desk.exposures.filter(
      ({ viewer, subject }) => viewer === reader.id && subjects.includes(subject) && !isWritten(desk, viewer, subject),
    );
    return beat('forwarded', [delivered.mail.id, who, reader.id], desk.at + 6 * HOUR, {
      mail: delivered.mail.id,
      causes: [becauseOfBeat(beatId('sent', desk.id)), becauseOfFact('forwards', [who])],
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

/** Of the mails of a real recall to people outside, 3 of 56 came back (Gloucestershire 2016, see docs/sources.md). */
const RECALLED_OUTSIDE = 3 / 56;
/** Inside one organisation the server recalls, read mails too: about three in four (measured for Exchange Online since 2023). */
const RECALLED_INSIDE = 3 / 4;

/** What a recall brings back: most of it inside the organisation, hardly anything outside (rule 14). */
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
    const recalled = Math.floor(outside * RECALLED_OUTSIDE) + Math.floor((people - outside) * RECALLED_INSIDE);
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
