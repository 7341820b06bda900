import type { PlayStage } from '../../progress/index.ts';
import { flowAtDesk, toStage, watch, watchAgain, type Flow } from './flow.ts';

/** A step that the player returns to: mails that were just sent there are unsent again. */
export function settled(step: Flow): Flow {
  return step.leaving ? flowAtDesk(step) : step;
}

/**
 * The play at another stage, when only the stage is known that Back or Forward leads to, after a reload. The desk is
 * the last one, as it was before its mails were sent.
 */
export function backAtStage(flow: Flow, stage: PlayStage): Flow {
  switch (stage) {
    case 'briefing':
      return toStage(flow, 'briefing');
    case 'desk':
      return flowAtDesk(flow);
    case 'replay':
      if (!flow.play.beforeSend) return toStage(flow, 'briefing');
      // While another mail is due, the replay leads on to its desk, as it did before.
      return flow.play.desk ? watch(flow) : watchAgain(flow);
    case 'debrief':
      return toStage(flow, 'debrief');
  }
}
