import { html, nothing, type TemplateResult } from 'lit';
import { STAKES, type ContactId, type Prediction } from '../../engine/index.ts';
import { t } from '../../i18n/index.ts';

/** The question before the replay: who will see too much? */
export interface PredictionModel {
  /** Those who can be named, in the order of the level. */
  readonly choices: readonly { readonly contact: ContactId; readonly name: string }[];
  /** How many stamps are staked; null where a room answers, which stakes nothing. */
  readonly stake: Prediction['stake'] | null;
}

export interface PredictionActions {
  readonly setStake: (stake: Prediction['stake']) => void;
  /** The answer, with null for nobody. The replay follows. */
  readonly predict: (said: ContactId | null) => void;
}

/** Asks who will see too much. One press answers; what is staked is chosen before it, and is one stamp otherwise. */
export function predictionForm(model: PredictionModel, actions: PredictionActions): TemplateResult {
  return html`<section class="predict" aria-labelledby="predict-question" data-predict>
    <div class="predict-words">
      <h2 id="predict-question">${t('predict.question')}</h2>
      <p>${t('predict.text')}</p>
    </div>
    ${model.stake === null ? nothing : stakes(model.stake, actions)}
    ${predictionNames(model, actions, 'predict-question')}
  </section>`;
}

/** The names to choose from, and nobody. */
export function predictionNames(
  { choices }: PredictionModel,
  { predict }: Pick<PredictionActions, 'predict'>,
  labelledBy: string,
): TemplateResult {
  return html`<div class="predict-names" role="group" aria-labelledby=${labelledBy}>
    <button class="button" type="button" data-predict-nobody @click=${() => predict(null)}>
      ${t('predict.nobody')}
    </button>
    ${choices.map(
      ({ contact, name }) =>
        html`<button class="button" type="button" data-predict-name=${contact} @click=${() => predict(contact)}>
          ${name}
        </button>`,
    )}
  </div>`;
}

function stakes(staked: Prediction['stake'], { setStake }: PredictionActions): TemplateResult {
  return html`<fieldset class="predict-stakes">
    <legend>${t('predict.stake')}</legend>
    ${STAKES.map(
      (stake) =>
        html`<label class="predict-stake">
          <input
            type="radio"
            name="stake"
            data-stake=${stake}
            .checked=${stake === staked}
            @change=${() => setStake(stake)}
          />
          <span class="predict-stamps" aria-hidden="true">${STAKES.slice(0, stake).map(() => html`<i></i>`)}</span>
          <span class="visually-hidden">${t('predict.stamps', { count: stake })}</span>
        </label>`,
    )}
  </fieldset>`;
}
