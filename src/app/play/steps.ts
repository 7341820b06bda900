import type { PlayStage } from '../../progress/index.ts';
import { flowAtDesk, toStage, watchAgain, type Flow } from './flow.ts';

/** A step that the player comes back to: mails that were just sent there are back on their desk. */
export function settled(step: Flow): Flow {
  return step.leaving ? flowAtDesk(step) : step;
}

/**
 * The play at another of its stages, where only the stage is known that Back or Forward has led to: after the page was
 * loaded again. The desk is the last one, as it was before its mails were sent.
 */
export function backAtStage(flow: Flow, stage: PlayStage): Flow {
  switch (stage) {
    case 'briefing':
      return toStage(flow, 'briefing');
    case 'desk':
      return flowAtDesk(flow);
    case 'replay':
      return flow.play.beforeSend ? watchAgain(flow) : toStage(flow, 'briefing');
    case 'debrief':
      return toStage(flow, 'debrief');
  }
}
