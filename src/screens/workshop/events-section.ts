import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import { removeItem } from '../../workshop/items.ts';
import { addBeat, happeningsOf, MOST_CONDITIONS, setHappenings, type Happening } from '../../workshop/story.ts';
import { setValue } from '../../workshop/level-files.ts';
import { setText } from '../../workshop/texts.ts';
import { icon } from '../parts/icons.ts';
import { happeningFields, happeningText } from './happenings.ts';
import { durationField } from './duration-field.ts';
import { choicesOf } from './facts.ts';
import { menuField, tickField } from './choice-fields.ts';
import { textField } from './line-fields.ts';
import { foldingCard } from './folding-card.ts';
import { elementId, type Form, type Place } from './form.ts';
import { removeAt, titleId } from './item-buttons.ts';

type Beat = NonNullable<Form['draft']['beats']>[number];

const TESTS = ['uk-2012', 'uk-gdpr', 'eu-gdpr'] as const;
const NOBODY = 'nobody';
/** Regulators take months. */
const DECIDES_AFTER = 'P6M';
const NEW: Happening = { kind: 'event', event: 'breach' };

/** Events in the author's own words, in addition to those that the game works out, and who decides about a breach. */
export function eventsSection(form: Form): TemplateResult {
  const { beats = [], regulator } = form.draft;
  return html`
    <p class="form-lead">${t('workshop.events.lead')}</p>
    ${beats.map((beat, index) => beatCard(form, beat, index))}
    <div class="form-add">
      <button
        class="button"
        type="button"
        data-add="beat"
        @click=${() => {
          form.fold(`beat-${String(beats.length)}`, true);
          form.change((files) => addBeat(files, [NEW]).files, elementId(['beats', beats.length, 'text']));
        }}
      >
        ${icon('clock')}<span>${t('workshop.events.add')}</span>
      </button>
    </div>
    <section class="form-part">
      <h3>${t('workshop.events.regulator')}</h3>
      ${menuField(
        form,
        ['regulator', 'test'],
        regulator?.test ?? NOBODY,
        choicesOf([NOBODY, ...TESTS], (test) => t(`workshop.events.test.${test}`)),
        { label: t('workshop.events.regulator-label'), hint: t('workshop.events.regulator-hint') },
        (test) => setTest(form, test),
      )}
      ${
        regulator
          ? html`${textField(form, ['regulator', 'name'], form.said(regulator.name), { label: t('workshop.events.regulator-called') })}
            ${durationField(form, ['regulator', 'after'], regulator.after, { label: t('workshop.events.decides') })}
            ${tickField(form, ['regulator', 'outcome'], regulator.outcome === 'unknown', { label: t('workshop.events.unknown') }, (unknown) => form.set(['regulator', 'outcome'], unknown ? 'unknown' : undefined))}`
          : nothing
      }
    </section>
  `;
}

/** What the level already says about its regulator stays when the test changes. */
function setTest(form: Form, test: (typeof TESTS)[number] | typeof NOBODY): void {
  form.change((files) => {
    if (test === NOBODY) return setValue(files, ['regulator'], undefined);
    const tested = setValue(files, ['regulator', 'test'], test);
    const { name, after } = form.draft.regulator ?? {};
    const named =
      name === undefined
        ? setText(tested, ['regulator', 'name'], form.language, t('workshop.events.regulator-name'))
        : tested;
    return after === undefined ? setValue(named, ['regulator', 'after'], DECIDES_AFTER) : named;
  });
}

function beatCard(form: Form, beat: Beat, index: number): TemplateResult {
  const place = ['beats', index];
  const title = titleOf(form, beat);
  const more = happeningsOf(beat)
    .map((happening) => happeningText(form, happening))
    .join(' · ');
  return foldingCard(form, place, { title, more, key: `beat-${String(index)}` }, () => beatFields(form, beat, place));
}

const titleOf = (form: Form, { text }: Beat) => form.titled(text) || t('workshop.events.unnamed');

function beatFields(form: Form, beat: Beat, place: Place): TemplateResult {
  const index = Number(place[1]);
  const happenings = happeningsOf(beat);
  const set = (next: readonly Happening[], focus?: string) =>
    form.change((files) => setHappenings(files, index, next), focus);
  const placeOf = (step: number) => [...place, 'when', ...(happenings.length > 1 ? ['and', step] : [])];
  return html`
    ${textField(form, [...place, 'text'], form.said(beat.text), { label: t('workshop.events.text'), rows: 2 })}
    ${happenings.map(
      (happening, step) =>
        html`<fieldset class="form-choice form-row">
          <legend>
            ${t(step === 0 ? 'workshop.events.when' : 'workshop.events.and')}
            <span id=${titleId(placeOf(step))} class="visually-hidden" dir="auto"
              >${happeningText(form, happening)}</span
            >
          </legend>
          ${happeningFields(form, happening, placeOf(step), (next) =>
            set(happenings.map((other, at) => (at === step ? next : other))),
          )}
          ${
            happenings.length > 1
              ? removeAt(placeOf(step), t('workshop.events.remove-condition'), () =>
                  form.remove(happeningText(form, happening), (files) =>
                    setHappenings(
                      files,
                      index,
                      happenings.filter((_, at) => at !== step),
                    ),
                  ),
                )
              : nothing
          }
        </fieldset>`,
    )}
    ${
      happenings.length < MOST_CONDITIONS
        ? html`<p class="form-ways">
            <button
              class="button"
              type="button"
              data-add="condition"
              @click=${() => set([...happenings, NEW], elementId([...place, 'when', 'and', happenings.length, 'kind']))}
            >
              <span>${t('workshop.events.add-condition')}</span>
            </button>
          </p>`
        : nothing
    }
    ${durationField(form, [...place, 'after'], beat.after, { label: t('workshop.events.after') })}
    <p class="form-ways">
      ${removeAt(place, t('workshop.events.remove'), () => form.remove(titleOf(form, beat), (files) => removeItem(files, 'beats', index)))}
    </p>
  `;
}
