import { MINUTE } from '../level/duration.ts';
import { LINE_FIELDS } from '../level/fields.ts';
import { WEIGHTS } from '../level/weights.ts';
import { beat, beatId } from '../story/beat.ts';
import { becauseOfBeat, becausePlaced } from '../story/causes.ts';
import { shownBecause } from '../story/desk-beats.ts';
import { peopleIn } from '../story/shown.ts';
import type { StoryDesk } from '../story/story.ts';
import { isCorrection, mailIdsOf } from './needed.ts';
import type { Rule } from './rule.ts';

/** The correction exposed people again: it is riskier than the mail itself (rule 15). */
export const repeated: Rule = {
  gauge: 'ending',
  shownBy: ['apology-repeats'],
  find: (story) =>
    story.desks.filter(isCorrection).flatMap((desk) => {
      const contacts = shownOn(desk);
      if (contacts.length === 0) return [];
      return [
        {
          leaves: WEIGHTS.ending.shownAgain,
          mails: mailIdsOf(desk.mails),
          contacts,
          numbers: {},
          causes: () => becausePlaced(story, desk.mails, contacts, LINE_FIELDS),
        },
      ];
    }),
  tell(story, desk) {
    const apology = desk.mails.find(({ mail }) => mail.when === 'breach');
    const subjects = shownOn(desk);
    if (!apology || subjects.length === 0) return [];
    return [
      beat('apology-repeats', [desk.id], desk.at + 5 * MINUTE, {
        mail: apology.mail.id,
        causes: [becauseOfBeat(beatId('apology-due', apology.mail.id)), ...shownBecause(story, desk, subjects)],
        subjects,
        numbers: {
          people: peopleIn(story, subjects),
          pairs: desk.exposures.reduce((sum, { pairs }) => sum + pairs, 0),
        },
      }),
    ];
  },
};

function shownOn(desk: StoryDesk): string[] {
  return [...new Set(desk.exposures.map(({ subject }) => subject))];
}
