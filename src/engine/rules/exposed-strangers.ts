import { exposureFinding } from './exposure-harm.ts';
import type { Rule } from './rule.ts';

/** Strangers saw each other (rules 8 and 9). */
export const exposedStrangers: Rule = {
  gauge: 'privacy',
  shownBy: ['disclosed', 'unmasked', 'replied-all', 'forwarded'],
  find: (story) =>
    exposureFinding(
      story,
      story.exposures.filter(({ acquaintance }) => acquaintance === null),
    ),
};
