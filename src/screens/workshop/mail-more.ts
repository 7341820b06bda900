import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import { setApology, setTogether } from '../../workshop/mails.ts';
import { setThread } from '../../workshop/traps.ts';
import { aboutFields, choicesOf, needsFields } from './facts.ts';
import { menuField, tickField, type Choice } from './choice-fields.ts';
import { plainField } from './line-fields.ts';
import type { Form, Place } from './form.ts';
import { mailChoices } from './mail-choices.ts';

type Mail = NonNullable<Form['draft']['mails']>[number];

const NEW = 'new' as const;
const KINDS = ['reply', 'reply-all', 'forward', 'edit-as-new'] as const;

/** What few emails need: what they follow, who they are about, when they are due. */
export function mailMore(form: Form, mail: Mail, place: Place): TemplateResult {
  const at = (...fields: Place) => [...place, ...fields];
  const before = (form.draft.mails ?? []).slice(0, Number(place[1]));
  const earlier = [...(form.draft.received ?? []), ...before];
  return html`
    ${needsFields(form, 'mails', Number(place[1]), mail)} ${aboutFields(form, at('about'), mail.about)}
    ${earlier.length > 0 ? threadFields(form, mail, at('thread'), mailChoices(form, earlier)) : nothing}
    ${
      before.length > 0
        ? html`${tickField(form, at('when'), mail.when === 'breach', { label: t('workshop.mails.apology'), hint: t('workshop.mails.apology-hint') }, (on) => form.change((files) => setApology(files, Number(place[1]), on)))}
          ${menuField(form, at('recalls'), mail.recalls ?? NEW, [{ value: NEW, name: t('workshop.mails.recalls-none') }, ...mailChoices(form, before)], { label: t('workshop.mails.recalls') }, (of) => form.set(at('recalls'), of === NEW ? undefined : of))}
          ${tickField(form, at('series'), mail.series !== undefined && mail.series === before.at(-1)?.series, { label: t('workshop.mails.together'), hint: t('workshop.mails.together-hint') }, (together) => form.change((files) => setTogether(files, Number(place[1]), together)))}`
        : nothing
    }
    ${tickField(form, at('optional'), mail.optional === true, { label: t('workshop.mails.optional') })}
    ${plainField(form, at('replyTo'), mail.replyTo ?? '', { label: t('workshop.mails.reply-to'), hint: t('workshop.mails.reply-to-hint') }, (address) => form.set(at('replyTo'), address === '' ? undefined : address))}
  `;
}

function threadFields(form: Form, { thread }: Mail, place: Place, earlier: readonly Choice<string>[]): TemplateResult {
  const follow = (next: Parameters<typeof setThread>[2]) =>
    form.edit(place, (files) => setThread(files, Number(place[1]), next));
  return html`
    ${menuField(
      form,
      [...place, 'kind'],
      thread?.kind ?? NEW,
      choicesOf([NEW, ...KINDS], (kind) => t(`workshop.mails.thread.${kind}`)),
      { label: t('workshop.mails.thread-label'), hint: t('workshop.mails.thread-hint') },
      (kind) => follow(kind === NEW ? null : { kind, of: thread?.of ?? earlier.at(-1)?.value ?? '' }),
    )}
    ${
      thread
        ? html`${menuField(form, [...place, 'of'], thread.of ?? '', earlier, { label: t('workshop.mails.thread-of') }, (of) => follow({ kind: thread.kind ?? 'reply', of }))}
          ${tickField(
            form,
            [...place, 'quotes'],
            thread.quotes ?? thread.kind !== 'edit-as-new',
            { label: t('workshop.mails.quotes'), hint: t('workshop.mails.quotes-hint') },
            (quotes) => form.set([...place, 'quotes'], quotes === (thread.kind !== 'edit-as-new') ? undefined : quotes),
          )}`
        : nothing
    }
  `;
}
