import { html, nothing, type TemplateResult } from 'lit';
import { formatList, language, t } from '../../i18n/index.ts';
import { setNeedOnMail, type MailList } from '../../workshop/mails.ts';
import { leakCosts } from '../../workshop/leak-costs.ts';
import { choiceField, menuField, tickField, type Choice } from './choice-fields.ts';
import { numberField } from './line-fields.ts';
import type { Form, Place } from './form.ts';

/** Fields that emails to send and emails received have in common. */

const STEPS = ['0', '1', '2', '3'] as const;
export const IDENTITIES = ['handle', 'partial', 'full', 'photo'] as const;

/** What being on an email says about a person: four steps, each with an example and with what a leak would cost. */
export function sensitivityField(form: Form, place: Place, value: number | undefined): TemplateResult {
  return choiceField(
    form,
    place,
    STEPS.find((step) => step === String(value)) ?? null,
    sensitivityChoices(),
    { label: t('workshop.sensitivity.label') },
    (step) => form.set(place, Number(step)),
  );
}

type StepChoices = readonly Required<Choice<(typeof STEPS)[number]>>[];

let choicesIn: { readonly language: string; readonly choices: StepChoices } | null = null;

/** The steps, worded once for each language: a form of thirty emails shows them thirty times. */
function sensitivityChoices(): StepChoices {
  if (choicesIn?.language !== language()) choicesIn = { language: language(), choices: wordedSteps() };
  return choicesIn.choices;
}

function wordedSteps(): StepChoices {
  return leakCosts().map(({ sensitivity, leaked, hiddenByBcc }, index) => {
    const step = STEPS[index] ?? '0';
    const cost = t(sensitivity === 0 ? 'workshop.sensitivity.cost-slight' : 'workshop.sensitivity.cost', {
      leaked,
      hidden: hiddenByBcc,
    });
    return {
      value: step,
      name: t(`workshop.sensitivity.${step}.name`),
      text: `${t(`workshop.sensitivity.${step}.example`)} ${cost}`,
    };
  });
}

/** A contact of the level. */
export function personField(
  form: Form,
  place: Place,
  value: string | undefined,
  label: string,
  changed: (id: string) => void,
  first: readonly Choice<string>[] = [],
): TemplateResult {
  return menuField(
    form,
    place,
    value ?? '',
    [
      ...(value === undefined && first.length === 0 ? [{ value: '', name: '…' }] : []),
      ...first,
      ...peopleChoices(form),
    ],
    { label },
    changed,
  );
}

/** The contacts of the level, by name. */
export function peopleChoices(form: Form): Choice<string>[] {
  return (form.draft.contacts ?? []).flatMap(({ id }) =>
    id === undefined ? [] : [{ value: id, name: form.nameOf(id) }],
  );
}

/** The people of an email that is not for everyone: emails of one series often have the same subject, and differ in these. */
export function peopleOf(
  form: Pick<Form, 'nameOf'>,
  { contacts = [] }: { readonly contacts?: readonly string[] },
): string {
  return formatList(contacts.map((id) => form.nameOf(id)));
}

/** A menu's choices. */
export function choicesOf<Value extends string>(
  values: readonly Value[],
  name: (value: Value) => string,
): Choice<Value>[] {
  return values.map((value) => ({ value, name: name(value) }));
}

const NEEDS = ['act', 'know', 'may', 'nothing', 'aside'] as const;
const USUAL = 'usual' as const;

/** What contacts need from one email where it differs from their usual need. */
export function needsFields(
  form: Form,
  list: MailList,
  index: number,
  mail: {
    readonly needs?: Readonly<Record<string, (typeof NEEDS)[number] | undefined>>;
    readonly contacts?: readonly string[];
  },
): TemplateResult {
  const { needs = {}, contacts } = mail;
  const people = peopleChoices(form).filter(({ value }) => contacts?.includes(value) ?? true);
  return html`<fieldset class="form-choice form-rows">
    <legend>${t('workshop.mails.needs')}</legend>
    <small>${t('workshop.mails.needs-hint')}</small>
    ${people.map(({ value: id, name }) =>
      menuField(
        form,
        [list, index, 'needs', id],
        needs[id] ?? USUAL,
        choicesOf([USUAL, ...NEEDS], (need) =>
          need === USUAL ? t('workshop.mails.usual') : t(`workshop.people.needs.${need}`),
        ),
        { label: name },
        (need) => form.change((files) => setNeedOnMail(files, list, index, id, need === USUAL ? null : need)),
      ),
    )}
  </fieldset>`;
}

/** Other people whom an email is about. */
export function aboutFields(
  form: Form,
  place: Place,
  about:
    | { readonly people?: number; readonly identity?: (typeof IDENTITIES)[number]; readonly sensitivity?: number }
    | undefined,
): TemplateResult {
  return html`
    ${tickField(
      form,
      place,
      about !== undefined,
      { label: t('workshop.about.label'), hint: t('workshop.about.hint') },
      (is) => form.set(place, is ? { people: 1 } : undefined),
    )}
    ${
      about === undefined
        ? nothing
        : html`${numberField(form, [...place, 'people'], about.people, { label: t('workshop.about.people'), least: 1 })}
          ${menuField(
            form,
            [...place, 'identity'],
            about.identity ?? 'partial',
            choicesOf(IDENTITIES, (value) => t(`workshop.about.identity.${value}`)),
            { label: t('workshop.about.identity-label') },
            (identity) => form.set([...place, 'identity'], identity === 'partial' ? undefined : identity),
          )}
          ${menuField(
            form,
            [...place, 'sensitivity'],
            STEPS.find((step) => step === String(about.sensitivity)) ?? USUAL,
            choicesOf([USUAL, ...STEPS], (step) =>
              step === USUAL ? t('workshop.about.same') : t(`workshop.sensitivity.${step}.name`),
            ),
            { label: t('workshop.about.sensitivity') },
            (step) => form.set([...place, 'sensitivity'], step === USUAL ? undefined : Number(step)),
          )}`
    }
  `;
}
