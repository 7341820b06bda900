import { formatNumber, t } from '../../i18n/index.ts';
import type { Choice } from './choice-fields.ts';
import { peopleOf } from './facts.ts';
import type { DraftText, Form } from './form.ts';

interface NamedMail {
  readonly id?: string;
  readonly subject?: DraftText;
  readonly contacts?: readonly string[];
}

const isShared = (names: readonly string[], name: string) => names.indexOf(name) !== names.lastIndexOf(name);

/**
 * Returns emails to choose from, each with a name of its own: those of one series often have the same subject. Their
 * people tell them apart, or else their number.
 */
export function mailChoices(form: Pick<Form, 'titled' | 'nameOf'>, mails: readonly NamedMail[]): Choice<string>[] {
  const subjects = mails.map(({ subject }) => form.titled(subject) || t('workshop.mails.unnamed'));
  const names = mails.map((mail, index) => {
    const subject = subjects[index] ?? '';
    const people = isShared(subjects, subject) ? peopleOf(form, mail) : '';
    return people === '' ? subject : `${subject} · ${people}`;
  });
  return mails.flatMap(({ id }, index) => {
    const name = names[index] ?? '';
    const own = isShared(names, name) ? `${name} · ${formatNumber(index + 1)}` : name;
    return id === undefined ? [] : [{ value: id, name: own }];
  });
}
