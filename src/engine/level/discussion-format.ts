import * as z from 'zod/mini';
import { text } from './format.ts';

/** Questions for a group that plays a level together. A single player never sees them. */
export const discussionSchema = z.strictObject({
  before: text('A question for the group before it sends.', 160, 'What does this list say about everyone on it?'),
  after: text('A question for the group after the debrief.', 160, 'Where do we keep lists like this one?'),
  note: text(
    'A note for the facilitator, in one to three sentences: what groups often miss, and how to talk about it without blame.',
    300,
    'Many groups hide the referee too. Ask who has to ring her.',
  ),
});
