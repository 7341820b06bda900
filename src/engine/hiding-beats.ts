import { beat, peopleIn } from './beats.ts';
import { becauseOfFact, becausePlaced } from './causes.ts';
import { DAY } from './duration.ts';
import type { ContactId } from './level.ts';
import { hiddenAccountable, hiddenDoers, omissions, silencedCircles } from './needs.ts';
import type { Beat } from './outcome.ts';
import type { Story, StoryDesk } from './story.ts';

/** What comes of leaving people out or hiding them (rule 11). */
export function hidingBeats(story: Story, desk: StoryDesk): Beat[] {
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
