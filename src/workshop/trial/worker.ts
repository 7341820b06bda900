import { simulate } from '../../engine/index.ts';
import type { OutcomeRequest } from './outcomes.ts';

/* Plays routings of large levels beside the page, so that the form never waits for them. */

addEventListener('message', ({ data: { level, routing } }: MessageEvent<OutcomeRequest>) => {
  postMessage(simulate(level, routing));
});
