import { exposureFinding } from './exposure-harm.ts';
import type { Rule } from './rule.ts';

/** People who would recognise each other saw each other: acquaintance is not permission, it is the harm (rule 9). */
export const exposedAcquaintances: Rule = {
  gauge: 'privacy',
  shownBy: ['recognised', 'disclosed', 'unmasked', 'replied-all', 'forwarded'],
  find: (story) =>
    exposureFinding(
      story,
      story.exposures.filter(({ acquaintance }) => acquaintance !== null),
    ),
};
