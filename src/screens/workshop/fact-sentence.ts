import type { Fact } from '../../engine/index.ts';
import { formatList, keptInside, t } from '../../i18n/index.ts';
import type { Form } from './form.ts';

/** What a fact is about is named as the form names it. */
export type FactNames = Pick<Form, 'nameOf' | 'titled' | 'draft'>;

const EVERYONE = '*';
const NEEDS = ['act', 'know', 'aside', 'may', 'nothing'] as const;
const SENSITIVITIES = ['0', '1', '2', '3'] as const;
const FIELDS = ['to', 'cc', 'bcc', 'separate'] as const;

/** Says a fact of a level in one sentence. */
export function factSentence(fact: Fact, names: FactNames): string {
  const { kind, value } = fact;
  const people = namesOf(fact.contacts, names);
  const others = namesOf(fact.others, names);
  const mail = mailName(fact, names);
  switch (kind) {
    case 'needs':
    case 'mail-needs':
      return t(`workshop.fact.needs-${NEEDS.find((need) => need === value) ?? 'know'}`, { people });
    case 'may-see':
    case 'forwards-to':
      return t(`workshop.fact.${kind}`, { people, others });
    case 'must-be-seen':
    case 'authorised':
    case 'reveals':
    case 'identity':
    case 'habits':
    case 'name-reveals':
    case 'context':
    case 'acquaintance':
    case 'discusses':
      return t(`workshop.fact.${kind}`, { people });
    case 'sensitivity': {
      const step = SENSITIVITIES.find((one) => one === value) ?? '0';
      return t('workshop.fact.sensitivity', { mail, value: t(`workshop.sensitivity.${step}.name`) });
    }
    case 'fields': {
      const lacking = FIELDS.filter((field) => value.split(', ').includes(field));
      return t('workshop.fact.fields', { mail, value: formatList(lacking.map((field) => t(`field.${field}`))) });
    }
    case 'reply-to':
      return t('workshop.fact.reply-to', { mail, value: keptInside(value) });
    case 'about':
    case 'quotes':
    case 'cc-on-separate':
    case 'blind-copies':
      return t(`workshop.fact.${kind}`, { mail });
  }
}

function namesOf(contacts: readonly string[], { nameOf }: FactNames): string {
  return formatList(contacts.map((id) => (id === EVERYONE ? t('workshop.fact.anyone') : keptInside(nameOf(id) || id))));
}

function mailName({ mail }: Fact, { draft, titled }: FactNames): string {
  const found = (draft.mails ?? []).find(({ id }) => id === mail);
  return keptInside(titled(found?.subject) || (mail ?? ''));
}
