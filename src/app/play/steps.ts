import type { PlayStage } from '../../progress/index.ts';
import { flowAtDesk, toStage, watch, watchAgain, type Flow } from './flow.ts';

/** Returns the step for a player who comes back to it: a send that was still pending is undone. */
export function settled(step: Flow): Flow {
  return step.leaving ? flowAtDesk(step) : step;
}

/**
 * Returns the play at the stage that Back or Forward leads to after a reload, when only the stage is known. The desk is the last
 * one, before its mails were sent.
 */
export function backAtStage(flow: Flow, stage: PlayStage): Flow {
  switch (stage) {
    case 'briefing':
      return toStage(flow, 'briefing');
    case 'desk':
      return flowAtDesk(flow);
    case 'replay':
      if (!flow.play.beforeSend) return toStage(flow, 'briefing');
      // While another mail is due, the replay leads to its desk.
      return flow.play.desk ? watch(flow) : watchAgain(flow);
    case 'debrief':
      return toStage(flow, 'debrief');
  }
}
