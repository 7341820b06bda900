import type { ContactId, Prediction } from '../../engine/index.ts';
import { shortName } from '../../i18n/short-name.ts';
import { settings } from '../../progress/index.ts';
import type { PredictionActions, PredictionModel } from '../../screens/play/prediction.ts';
import { isPresenting } from '../shell/presenter.ts';
import { predict, predictable, type Flow } from './flow.ts';
import type { ControllerContext } from './screen-controller.ts';

/** Asks who will see too much of the mails that were just sent. */
export interface PredictionController {
  /** True when it is asked now. */
  asks(): boolean;
  /** null unless it is asked now. */
  model(): PredictionModel | null;
  readonly actions: PredictionActions;
}

/** @param answered continues with the flow that has the answer */
export function predictionController(
  context: Pick<ControllerContext, 'flow' | 'draw' | 'guest' | 'predicts'>,
  answered: (flow: Flow) => void,
): PredictionController {
  let stake: Prediction['stake'] = 1;
  // A room votes right before the replay instead.
  const room = isPresenting();

  const choices = () => {
    const { level } = context.flow();
    return predictable(context.flow()).flatMap((id: ContactId) => {
      const contact = level.contacts.find((one) => one.id === id);
      return contact ? [{ contact: id, name: shortName(level, contact) }] : [];
    });
  };
  const asks = () =>
    context.predicts !== false &&
    (room || settings.get().predictions) &&
    context.guest() === null &&
    predictable(context.flow()).length > 0;

  return {
    asks,
    model: () => (asks() ? { choices: choices(), stake: room ? null : stake } : null),
    actions: {
      setStake(next) {
        stake = next;
        context.draw();
      },
      predict: (said) => answered(predict(context.flow(), { said, stake })),
    },
  };
}
