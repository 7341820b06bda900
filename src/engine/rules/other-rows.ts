import { becauseOfFact, becausePlaced } from '../story/causes.ts';
import type { ContactId, MailId } from '../level/level.ts';
import {
  fragileMails,
  hiddenAccountable,
  hiddenDoers,
  needWeight,
  omissions,
  silencedCircles,
  totalNeed,
} from './needs.ts';
import type { Cause, DeductionKind } from '../story/outcome.ts';
import { isStorm, mailsOf, repliesToAll } from '../mail/replies.ts';
import type { Story } from '../story/story.ts';

/** Points for hiding, on the same scale as those for showing; docs/scoring.md says why each. */
const FRAGILE_POINTS: readonly number[] = [0, 12, 15, 18];
const HIDDEN_DOER_POINTS = 4;
const HIDDEN_DOERS_AT_MOST = 12;
const HIDDEN_ACCOUNTABLE_POINTS = 20;
const CANNOT_DISCUSS_POINTS = 30;
const UNMASKED_POINTS = 15;
/** A storm of a thousand mails costs the least, ten times as many cost so much more, and none costs more than the most. */
const STORM_POINTS = 5;
const STORM_POINTS_AT_MOST = 20;
/** The second mail after a breach that shows people again. */
const REPEATED_POINTS = 10;
const OMISSION_POINTS = 100;

/** One line of the score before its points are made whole. */
export interface Row {
  readonly kind: DeductionKind;
  readonly points: number;
  readonly mails: readonly MailId[];
  readonly contacts: readonly ContactId[];
  readonly numbers: Readonly<Record<string, number>>;
  /** Worked out only where it is told, since the search for the best routing scores thousands of them. */
  readonly causes: () => readonly Cause[];
}

export function omissionRows(story: Story): Row[] {
  const total = totalNeed(story);
  return omissions(story).map(({ desk, contact, need, people, share, mails }) => ({
    kind: 'omitted',
    points: (OMISSION_POINTS * needWeight(need) * share) / total,
    mails,
    contacts: [contact.id],
    numbers: { people },
    causes: () => [
      ...becausePlaced(story, desk.mails, [contact.id], ['none']),
      becauseOfFact(need === 'act' ? 'needs-act' : 'needs-know', [contact.id]),
    ],
  }));
}

export function hidingRows(story: Story): Row[] {
  const rows: Row[] = [];
  const fragile = fragileMails(story);
  if (fragile.length > 0) {
    const contacts = [...new Set(fragile.flatMap((hidden) => hidden.contacts.map(({ id }) => id)))];
    const sensitivity = Math.max(...fragile.map(({ mail }) => mail.mail.sensitivity));
    rows.push({
      kind: 'fragile-bcc',
      points: FRAGILE_POINTS[sensitivity] ?? 0,
      mails: fragile.map(({ mail }) => mail.mail.id),
      contacts,
      numbers: { sensitivity },
      causes: () =>
        becausePlaced(
          story,
          fragile.map(({ mail }) => mail),
          contacts,
          ['bcc'],
        ),
    });
  }
  const doers = hiddenDoers(story);
  const doerIds = [...new Set(doers.flatMap(({ contacts }) => contacts.map(({ id }) => id)))];
  if (doerIds.length > 0) {
    rows.push({
      kind: 'hidden-doer',
      points: Math.min(HIDDEN_DOERS_AT_MOST, HIDDEN_DOER_POINTS * doerIds.length),
      mails: doers.map(({ mail }) => mail.mail.id),
      contacts: doerIds,
      numbers: {},
      causes: () => [
        ...becausePlaced(
          story,
          doers.map(({ mail }) => mail),
          doerIds,
          ['bcc'],
        ),
        becauseOfFact('needs-act', doerIds),
      ],
    });
  }
  for (const { mail, contacts } of hiddenAccountable(story)) {
    const ids = contacts.map(({ id }) => id);
    rows.push({
      kind: 'hidden-accountable',
      points: HIDDEN_ACCOUNTABLE_POINTS * ids.length,
      mails: [mail.mail.id],
      contacts: ids,
      numbers: {},
      causes: () => [...becausePlaced(story, [mail], ids), becauseOfFact('must-be-seen', ids)],
    });
  }
  for (const { mail, circle, missing, share } of silencedCircles(story)) {
    rows.push({
      kind: 'cannot-discuss',
      points: CANNOT_DISCUSS_POINTS * share,
      mails: [mail.mail.id],
      contacts: missing,
      numbers: {},
      causes: () => [...becausePlaced(story, [mail], missing), { type: 'circle', circle }],
    });
  }
  for (const { delivered, speaker } of story.speakingUp.filter(({ blind }) => blind)) {
    rows.push({
      kind: 'unmasked',
      points: UNMASKED_POINTS,
      mails: [delivered.mail.id],
      contacts: [speaker.addressee.id],
      numbers: {},
      causes: () => [
        ...becausePlaced(
          story,
          story.desks.flatMap((desk) => desk.mails).filter(({ mail }) => mail.id === delivered.mail.id),
          [speaker.addressee.id],
          ['bcc'],
        ),
        becauseOfFact('replies-all', [speaker.addressee.id]),
      ],
    });
  }
  return rows;
}

export function stormRows(story: Story): Row[] {
  return story.desks.flatMap((desk) =>
    desk.mails.flatMap((mail) => {
      const storm = repliesToAll(mail.delivered).filter((reply) => reply.speaker.answerable && isStorm(reply));
      if (storm.length === 0) return [];
      const mails = storm.reduce((sum, reply) => sum + mailsOf(reply), 0);
      const speakers = storm.map(({ speaker }) => speaker.addressee.id);
      return [
        {
          kind: 'reply-storm' as const,
          points: Math.min(STORM_POINTS_AT_MOST, STORM_POINTS * Math.log10(mails / 100)),
          mails: [mail.mail.id],
          contacts: speakers,
          numbers: { mails },
          causes: () => [
            ...becausePlaced(story, [mail], speakers, ['to', 'cc']),
            becauseOfFact('replies-all', speakers),
          ],
        },
      ];
    }),
  );
}

export function repeatedRows(story: Story): Row[] {
  return story.desks.flatMap((desk) => {
    const late = desk.mails.filter(({ mail }) => mail.when === 'breach').map(({ mail }) => mail.id);
    const contacts = [...new Set(desk.exposures.map(({ subject }) => subject))];
    if (late.length === 0 || contacts.length === 0) return [];
    return [
      {
        kind: 'repeated' as const,
        points: REPEATED_POINTS,
        mails: late,
        contacts,
        numbers: {},
        causes: () => becausePlaced(story, desk.mails, contacts, ['to', 'cc', 'bcc']),
      },
    ];
  });
}
