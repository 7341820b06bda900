import { beat } from './beats.ts';
import { becauseOfBeat, becauseOfFact, becausePlaced } from './causes.ts';
import { exposedContacts } from './disclosure.ts';
import { DAY, HOUR, MINUTE } from './duration.ts';
import type { ContactId } from './level.ts';
import { hiddenAccountable, hiddenDoers, omissions, silencedCircles } from './needs.ts';
import type { Beat, Cause, Exposure } from './outcome.ts';
import { repliesToAll } from './replies.ts';
import type { Story, StoryDesk } from './story.ts';

/** More viewers than this are told together, or a crowd's story would be a list. */
const VIEWERS_TOLD_ONE_BY_ONE = 4;

const unique = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];

/** What follows directly from the mails of one desk. */
export function deskBeats(story: Story, desk: StoryDesk): Beat[] {
  if (desk.mails.every(({ delivered }) => delivered.deliveries.length === 0)) return hidingBeats(story, desk);
  return [
    ...sentBeats(desk),
    ...disclosedBeats(story, desk),
    ...repeatedBeats(story, desk),
    ...leakBeats(story, desk),
    ...recognisedBeats(story, desk),
    ...replyBeats(story, desk),
    ...hidingBeats(story, desk),
  ];
}

function peopleIn(story: Story, contacts: readonly ContactId[]): number {
  return contacts.reduce((sum, id) => sum + (story.book.get(id)?.people ?? 1), 0);
}

function sentBeats(desk: StoryDesk): Beat[] {
  const deliveries = desk.mails.flatMap(({ delivered }) => delivered.deliveries);
  const separate = deliveries.reduce((sum, { field, people }) => sum + (field === 'separate' ? people : 0), 0);
  const people = new Map(deliveries.map(({ addressee, people: count }) => [addressee.id, count]));
  const shared = desk.mails.filter(({ delivered }) =>
    delivered.deliveries.some(({ readsShared }) => readsShared),
  ).length;
  const first = desk.mails[0]?.mail.id ?? null;
  const sent = beat('sent', desk.id, desk.at, {
    mail: first,
    viewers: [...people.keys()],
    numbers: { mails: shared, separate, people: [...people.values()].reduce((sum, count) => sum + count, 0) },
  });
  const warned = desk.mails.filter(({ warned: shown }) => shown);
  const [loudest] = [...warned].toSorted((a, b) => b.delivered.publicAddresses - a.delivered.publicAddresses);
  if (!loudest) return [sent];
  return [
    sent,
    beat('warning-ignored', desk.id, desk.at, {
      mail: loudest.mail.id,
      causes: [becauseOfBeat(sent.id), becauseOfFact('warns', [], loudest.mail.id)],
      numbers: { addresses: loudest.delivered.publicAddresses, limit: loudest.mail.warnsAt ?? 0, mails: warned.length },
    }),
  ];
}

function shownBecause(story: Story, desk: StoryDesk, subjects: readonly ContactId[]): Cause[] {
  return [becauseOfBeat(`sent:${desk.id}`), ...becausePlaced(story, desk.mails, subjects, ['to', 'cc'])];
}

function disclosedBeats(story: Story, desk: StoryDesk): Beat[] {
  const exposures = desk.exposures.filter(({ viewer, subject }) => isWritten(desk, viewer, subject));
  const viewers = unique(exposures.map(({ viewer }) => viewer));
  if (exposures.length === 0) return [];
  const at = desk.at + 2 * MINUTE;
  if (viewers.length > VIEWERS_TOLD_ONE_BY_ONE) return [disclosedTogether(story, desk, exposures, at)];
  return viewers.flatMap((viewer) => {
    const seen = exposures.filter((exposure) => exposure.viewer === viewer);
    const within = seen.filter(({ subject }) => subject === viewer);
    const others = seen.filter(({ subject }) => subject !== viewer);
    return [
      ...(within.length > 0 ? [disclosedTo(story, desk, viewer, within, 'within', at)] : []),
      ...(others.length > 0 ? [disclosedTo(story, desk, viewer, others, 'sees', at)] : []),
    ];
  });
}

function disclosedTo(
  story: Story,
  desk: StoryDesk,
  viewer: ContactId,
  seen: readonly Exposure[],
  variant: 'within' | 'sees',
  at: number,
): Beat {
  const subjects = unique(seen.map(({ subject }) => subject));
  const people = peopleIn(story, subjects);
  return beat('disclosed', `${desk.id}:${viewer}:${variant}`, at, {
    mail: seen[0]?.mails[0] ?? null,
    causes: shownBecause(story, desk, subjects),
    viewers: [viewer],
    subjects,
    numbers: {
      viewers: peopleIn(story, [viewer]),
      people,
      others: variant === 'within' ? people - 1 : people,
      pairs: seen.reduce((sum, { pairs }) => sum + pairs, 0),
    },
    variant,
  });
}

function disclosedTogether(story: Story, desk: StoryDesk, exposures: readonly Exposure[], at: number): Beat {
  const exposed = exposedContacts(exposures, story.book.addressees);
  const each = exposed.map(({ viewersEach }) => viewersEach);
  const subjects = exposed.map(({ contact }) => contact);
  return beat('disclosed', desk.id, at, {
    mail: desk.mails[0]?.mail.id ?? null,
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

function repeatedBeats(story: Story, desk: StoryDesk): Beat[] {
  const apology = desk.mails.find(({ mail }) => mail.when === 'breach');
  const exposures = desk.exposures;
  if (!apology || exposures.length === 0) return [];
  const subjects = unique(exposures.map(({ subject }) => subject));
  return [
    beat('apology-repeats', desk.id, desk.at + 5 * MINUTE, {
      mail: apology.mail.id,
      causes: [becauseOfBeat(`apology-due:${apology.mail.id}`), ...shownBecause(story, desk, subjects)],
      subjects,
      numbers: { people: peopleIn(story, subjects), pairs: exposures.reduce((sum, { pairs }) => sum + pairs, 0) },
    }),
  ];
}

function leakBeats(story: Story, desk: StoryDesk): Beat[] {
  return desk.mails.flatMap((mail) =>
    story.leaks
      .filter((leak) => leak.mail === mail.mail.id)
      .map((leak) =>
        beat('content-leaked', `${leak.mail}:${leak.contact}`, desk.at + 10 * MINUTE, {
          mail: leak.mail,
          causes: [...becausePlaced(story, [mail], [leak.contact]), becauseOfFact('needs-nothing', [leak.contact])],
          viewers: [leak.contact],
          numbers: { people: leak.people },
        }),
      ),
  );
}

function recognisedBeats(story: Story, desk: StoryDesk): Beat[] {
  const circles = unique(desk.exposures.flatMap(({ acquaintance }) => acquaintance ?? []));
  return circles.map((circle) => {
    const known = desk.exposures.filter(({ acquaintance }) => acquaintance === circle);
    const subjects = unique(known.map(({ subject }) => subject));
    return beat('recognised', `${desk.id}:${circle}`, desk.at + HOUR, {
      mail: known[0]?.mails[0] ?? null,
      causes: [{ type: 'circle', circle }, ...becausePlaced(story, desk.mails, subjects, ['to', 'cc'])],
      viewers: unique(known.map(({ viewer }) => viewer)),
      subjects,
      numbers: { people: peopleIn(story, subjects), pairs: known.reduce((sum, { pairs }) => sum + pairs, 0) },
    });
  });
}

/** True when the subject's address stands in a mail that the viewer reads; false when only an answer to all showed it. */
function isWritten(desk: StoryDesk, viewer: ContactId, subject: ContactId): boolean {
  return desk.mails.some(
    ({ delivered: { deliveries } }) =>
      deliveries.some(({ addressee, readsShared }) => addressee.id === viewer && readsShared) &&
      deliveries.some(({ addressee, visible }) => addressee.id === subject && visible),
  );
}

function replyBeats(story: Story, desk: StoryDesk): Beat[] {
  return desk.mails.flatMap((mail) =>
    repliesToAll(mail.delivered).map(({ speaker, speakers, reached }) => {
      const who = speaker.addressee.id;
      const unmasked = story.unmaskings.some(
        (unmasking) => unmasking.delivered === mail.delivered && unmasking.speaker === speaker,
      );
      const kind = unmasked ? 'unmasked' : speaker.visible && reached > 0 ? 'replied-all' : 'replied-all-harmless';
      const placed = becausePlaced(story, [mail], [who]);
      return beat(kind, `${mail.mail.id}:${who}`, desk.at + 3 * HOUR, {
        mail: mail.mail.id,
        causes: [becauseOfBeat(`sent:${desk.id}`), becauseOfFact('replies-all', [who]), ...placed],
        viewers: mail.delivered.deliveries
          .filter(({ visible, addressee }) => visible && addressee.id !== who)
          .map(({ addressee }) => addressee.id),
        subjects: [who],
        numbers: { speakers, reached, mails: speakers * (reached + 1) },
      });
    }),
  );
}

function hidingBeats(story: Story, desk: StoryDesk): Beat[] {
  const here = ({ mail }: { readonly mail: { readonly mail: { readonly id: string } } }) =>
    desk.mails.some((own) => own.mail.id === mail.mail.id);
  const missed = omissions(story).filter((omission) => omission.desk === desk);
  return [
    ...missed.map(({ contact, people, mails }) =>
      beat('omitted', `${desk.id}:${contact.id}`, desk.at + 3 * DAY, {
        mail: mails[0] ?? null,
        causes: [
          ...becausePlaced(story, desk.mails, [contact.id], ['none']),
          becauseOfFact(contact.needs === 'act' ? 'needs-act' : 'needs-know', [contact.id]),
        ],
        viewers: [contact.id],
        numbers: { people },
        variant: contact.needs,
      }),
    ),
    ...hiddenDoers(story)
      .filter(here)
      .map(({ mail, contacts }) =>
        hiddenBeat(
          story,
          'hidden-doer',
          mail,
          contacts.map(({ id }) => id),
          'needs-act',
        ),
      ),
    ...hiddenAccountable(story)
      .filter(here)
      .map(({ mail, contacts }) =>
        hiddenBeat(
          story,
          'hidden-accountable',
          mail,
          contacts.map(({ id }) => id),
          'must-be-seen',
        ),
      ),
    ...silencedCircles(story)
      .filter(here)
      .map(({ mail, circle, missing }) =>
        beat('cannot-discuss', `${mail.mail.id}:${circle}`, desk.at + 2 * DAY, {
          mail: mail.mail.id,
          causes: [...becausePlaced(story, [mail], missing), { type: 'circle', circle }],
          viewers: missing,
          numbers: { people: peopleIn(story, missing) },
        }),
      ),
  ];
}

function hiddenBeat(
  story: Story,
  kind: 'hidden-doer' | 'hidden-accountable',
  mail: StoryDesk['mails'][number],
  contacts: readonly ContactId[],
  fact: 'needs-act' | 'must-be-seen',
): Beat {
  return beat(kind, mail.mail.id, mail.at + DAY, {
    mail: mail.mail.id,
    causes: [...becausePlaced(story, [mail], contacts), becauseOfFact(fact, contacts)],
    viewers: contacts,
    numbers: { people: peopleIn(story, contacts) },
  });
}
