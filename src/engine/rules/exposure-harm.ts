import { VISIBLE_FIELDS } from '../level/fields.ts';
import { becauseOfFact, becausePlaced } from '../story/causes.ts';
import type { Exposure } from '../story/findings.ts';
import { harmPoints } from '../story/harm.ts';
import type { Story, StoryMail } from '../story/story.ts';
import type { Finding } from './rule.ts';

/** The harm of all that a story has shown, disclosures and contents together. */
function totalHarm(story: Story): number {
  return harmOf(story.exposures) + harmOf(story.leaks);
}

/** The harm of disclosures or leaks together. */
export function harmOf(exposures: readonly { readonly harm: number }[]): number {
  return exposures.reduce((sum, { harm }) => sum + harm, 0);
}

/** One sum of points for all harm, of which a line has its part. */
export function pointsFor(story: Story, harm: number): number {
  const total = totalHarm(story);
  return total > 0 ? (harmPoints(total, story.breach) * harm) / total : 0;
}

export function storyMails(story: Story, ids: readonly string[]): StoryMail[] {
  return story.desks.flatMap((desk) => desk.mails).filter(({ mail }) => ids.includes(mail.id));
}

/** The line of some of a story's disclosures; none without any. */
export function exposureFinding(story: Story, exposures: readonly Exposure[]): Finding[] {
  if (exposures.length === 0) return [];
  return [
    {
      points: pointsFor(story, harmOf(exposures)),
      get mails() {
        return [...new Set(exposures.flatMap(({ mails }) => mails))];
      },
      get contacts() {
        return [...new Set(exposures.map(({ subject }) => subject))];
      },
      get numbers() {
        return {
          pairs: exposures.reduce((sum, { pairs }) => sum + pairs, 0),
          sensitivity: Math.max(0, ...exposures.map(({ sensitivity }) => sensitivity)),
        };
      },
      causes() {
        const circles = [...new Set(exposures.flatMap(({ acquaintance }) => acquaintance ?? []))];
        return [
          ...becausePlaced(story, storyMails(story, this.mails), this.contacts, VISIBLE_FIELDS),
          ...circles.map((circle) => ({ type: 'circle' as const, circle })),
          ...this.mails.slice(0, 1).map((mail) => becauseOfFact('sensitivity', [], mail)),
        ];
      },
    },
  ];
}
