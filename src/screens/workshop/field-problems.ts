import { html, nothing, type TemplateResult } from 'lit';
import { hasText, t, textWith, type TextKey } from '../../i18n/index.ts';
import type { Problem } from '../../levels/index.ts';
import { icon } from '../parts/icons.ts';
import { elementId, type Form, type Place } from './form.ts';
import { idNames } from './id-names.ts';
import { type FactNames, reasonsPart } from './reasons.ts';

/** The labels of fields, by their names in a file, which the author never sees. */
const LABELS: Readonly<Record<string, TextKey>> = {
  title: 'workshop.story.name',
  summary: 'workshop.story.summary',
  briefing: 'workshop.story.briefing',
  role: 'workshop.story.role',
  minutes: 'workshop.story.minutes',
  name: 'workshop.people.name',
  address: 'workshop.people.address',
  people: 'workshop.people.count',
  members: 'workshop.people.members',
  needs: 'workshop.people.needs-label',
  identity: 'workshop.people.identity-label',
  reveals: 'workshop.people.reveals-label',
  outside: 'workshop.people.outside-label',
  subject: 'workshop.mails.subject',
  body: 'workshop.mails.body',
  sensitivity: 'workshop.sensitivity.label',
  fields: 'workshop.mails.fields',
  contacts: 'workshop.mails.contacts',
  replyTo: 'workshop.mails.reply-to',
  warnsAt: 'workshop.traps.warns-at',
  typed: 'workshop.traps.typed',
  forwardsTo: 'workshop.traps.forwards-to',
  text: 'workshop.events.text',
  mails: 'workshop.section.mails',
  lesson: 'workshop.section.lesson',
  sender: 'workshop.story.sender',
  rule: 'workshop.lesson.rule',
  why: 'workshop.lesson.why',
  url: 'workshop.lesson.url',
  before: 'workshop.lesson.before',
  note: 'workshop.lesson.note',
};

function labelOf(field: string): string | null {
  const key = Object.hasOwn(LABELS, field) ? LABELS[field] : undefined;
  return key === undefined ? null : textWith(key, {});
}

/** Says what is wrong at a place, in the words of the checker. A contact has its name there, and not its id. */
export function problemsOf(
  form: Form,
  place: Place,
  problems = form.problemsAt(place),
): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  return html`<ul class="field-problems" id=${`${elementId(place)}-problems`}>
    ${problems.map((problem) => html`<li data-problem=${problem.code} data-severity=${problem.severity}>${icon('warning')}${problemText(form, problem)}</li>`)}
  </ul>`;
}

const namesIn = (form: FactNames, params: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, idNames(form, value)]));

/** @param atField true beside the field, which says by itself what is missing */
export function problemText(
  form: FactNames,
  { code, params, hint, because }: Pick<Problem, 'code' | 'params' | 'hint' | 'because'>,
  atField = true,
): TemplateResult {
  const named = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      name === 'name' ? (labelOf(value) ?? value) : idNames(form, value),
    ]),
  );
  const isNothing = (code === 'too-few' || code === 'too-short') && params['least'] === '1';
  if (atField && (code === 'missing-field' || code === 'no-text' || isNothing)) {
    return html`<span>${t('workshop.empty')}</span>`;
  }
  const key: TextKey = `problem.${code}`;
  const hintKey: TextKey | null = hint ? `hint.${hint.code}` : null;
  return html`<div dir="auto">
    ${hasText(key) ? textWith(key, named) : ''}
    ${
      because
        ? reasonsPart(form, because)
        : hint && hintKey && hasText(hintKey)
          ? textWith(hintKey, namesIn(form, hint.params))
          : nothing
    }
  </div>`;
}
