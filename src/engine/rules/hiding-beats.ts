import { beat, peopleIn } from '../story/beats.ts';
import { becauseOfBeat, becauseOfFact, becausePlaced } from '../story/causes.ts';
import { DAY } from '../level/duration.ts';
import type { ContactId } from '../level/level.ts';
import { hiddenAccountable, hiddenDoers, omissions, silencedCircles } from './needs.ts';
import type { Beat, Cause } from '../story/outcome.ts';
import type { Story, StoryDesk } from '../story/story.ts';

/** What comes of leaving people out or hiding them (rule 11). */
export function hidingBeats(story: Story, desk: StoryDesk): Beat[] {
  const here = ({ mail }: { readonly mail: { readonly mail: { readonly id: string } } }) =>
    desk.mails.some((own) => own.mail.id === mail.mail.id);
  const missed = omissions(story).filter((omission) => omission.desk === desk);
  return [
    ...missed.map(({ contact, need, people, mails }) =>
      beat('omitted', `${desk.id}:${contact.id}`, desk.at + 3 * DAY, {
        mail: mails[0] ?? null,
        causes: [
          ...becausePlaced(story, desk.mails, [contact.id], ['none']),
          becauseOfFact(need === 'act' ? 'needs-act' : 'needs-know', [contact.id]),
        ],
        viewers: [contact.id],
        numbers: { people },
        variant: need,
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
          desk,
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
          desk,
        ),
      ),
    ...silencedCircles(story)
      .filter(here)
      .map(({ mail, circle, missing }) =>
        beat('cannot-discuss', `${mail.mail.id}:${circle}`, desk.at + 2 * DAY, {
          mail: mail.mail.id,
          causes: [...becauseSent(desk), ...becausePlaced(story, [mail], missing), { type: 'circle', circle }],
          viewers: missing,
          numbers: { people: peopleIn(story, missing) },
        }),
      ),
  ];
}

/** That a desk's mails went out, where any did. */
function becauseSent({ id, mails }: StoryDesk): Cause[] {
  return mails.some(({ delivered }) => delivered.deliveries.length > 0) ? [becauseOfBeat(`sent:${id}`)] : [];
}

function hiddenBeat(
  story: Story,
  kind: 'hidden-doer' | 'hidden-accountable',
  mail: StoryDesk['mails'][number],
  contacts: readonly ContactId[],
  fact: 'needs-act' | 'must-be-seen',
  desk: StoryDesk,
): Beat {
  return beat(kind, mail.mail.id, mail.at + DAY, {
    mail: mail.mail.id,
    causes: [...becauseSent(desk), ...becausePlaced(story, [mail], contacts), becauseOfFact(fact, contacts)],
    viewers: contacts,
    numbers: { people: peopleIn(story, contacts) },
  });
}
