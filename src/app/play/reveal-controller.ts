import { t, textOf } from '../../i18n/index.ts';
import { revealScreen } from '../../screens/play/vote.ts';
import type { ScreenController, ControllerContext } from './screen-controller.ts';
import { enterScreen } from '../shell/focus.ts';
import { isPresenting } from '../shell/presenter.ts';
import { predictionController } from './prediction-controller.ts';
import { replayController } from './replay-controller.ts';

/** Controls the replay. With an audience, it first asks the room who will see too much. */
export function revealController(context: ControllerContext): ScreenController {
  if (!isPresenting() || context.flow().wholeStory) return replayController(context);
  let replay: ScreenController | null = null;
  const title = () => t('replay.title', { title: textOf(context.flow().level.title) });
  const reveal = () => {
    if (replay) return;
    replay = replayController(context);
    context.draw();
    enterScreen(context.root, document.title);
  };
  const prediction = predictionController(context, (answered) => {
    context.go(answered);
    reveal();
  });
  return {
    title,
    screen: () =>
      replay
        ? replay.screen()
        : revealScreen(title(), prediction.model(), { goOn: reveal, back: null, predict: prediction.actions.predict }),
    drawn: () => replay?.drawn?.(),
    relabel: () => replay?.relabel?.(),
    close: () => replay?.close?.(),
  };
}
