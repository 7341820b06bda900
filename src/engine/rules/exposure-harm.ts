import { VISIBLE_FIELDS } from '../level/fields.ts';
import { becauseOfFact, becausePlaced } from '../story/causes.ts';
import type { Exposure } from '../story/findings.ts';
import { breachLeaves, slightLeaves } from '../story/harm.ts';
import type { Story, StoryMail } from '../story/story.ts';
import type { Finding } from './rule.ts';

/** The harm of disclosures or leaks together. */
export function harmOf(found: readonly { readonly harm: number }[]): number {
  return found.reduce((sum, { harm }) => sum + harm, 0);
}

/** What all exposures leave of privacy. In a breach, disclosures and contents count together. */
export function leftByBreach(story: Story): number {
  return breachLeaves(harmOf(story.exposures) + harmOf(story.leaks));
}

/** The named mails of a story, in the order of sending. */
export function storyMails(story: Story, ids: readonly string[]): StoryMail[] {
  return story.desks.flatMap((desk) => desk.mails).filter(({ mail }) => ids.includes(mail.id));
}

/** The deduction for some of a story's disclosures; none if there are none. */
export function exposureFinding(story: Story, exposures: readonly Exposure[]): Finding[] {
  if (exposures.length === 0) return [];
  return [
    {
      leaves: story.breach ? leftByBreach(story) : slightLeaves(harmOf(story.exposures)),
      share: harmOf(exposures),
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
        const circles = [...new Set(exposures.flatMap(({ acquaintance }) => acquaintance ?? []))].toSorted();
        return [
          ...becausePlaced(story, storyMails(story, this.mails), this.contacts, VISIBLE_FIELDS),
          ...circles.map((circle) => ({ type: 'circle' as const, circle })),
          ...this.mails.slice(0, 1).map((mail) => becauseOfFact('sensitivity', [], mail)),
        ];
      },
    },
  ];
}
