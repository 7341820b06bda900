import { html, render, type TemplateResult } from 'lit';
import { FIELDS, type Field } from '../../engine/index.ts';
import { formatNumber, t, type PlainTextKey } from '../../i18n/index.ts';
import { icon } from '../parts/icons.ts';

/** The fields of any mail. An `instead` tray has a name and a meaning in its own level only. */
const EVERYWHERE = FIELDS.filter((field) => field !== 'instead');

/** Mail terms that the story uses, besides the names of the fields. */
const WORDS = ['reply-all', 'header', 'crowd', 'list', 'recall'] as const;

/** Keys by where they work: the key, and what it does there. The digits put a card into a field, one line each. */
const KEYS: readonly {
  readonly title: PlainTextKey;
  readonly lines: readonly ('digits' | readonly [key: PlainTextKey, does: PlainTextKey])[];
}[] = [
  {
    title: 'help.desk.title',
    lines: [
      ['help.key.arrows', 'help.desk.arrows'],
      ['help.key.space', 'help.desk.space'],
      ['help.key.shift-space', 'help.desk.shift-space'],
      'digits',
      ['help.key.enter', 'help.desk.enter'],
      ['help.key.ctrl-a', 'help.desk.ctrl-a'],
      ['help.key.escape', 'help.desk.escape'],
      ['help.key.ctrl-z', 'help.desk.ctrl-z'],
      ['help.key.ctrl-y', 'help.desk.ctrl-y'],
      ['help.key.ctrl-enter', 'help.desk.ctrl-enter'],
    ],
  },
  {
    title: 'help.replay.title',
    lines: [
      ['help.key.space', 'help.replay.space'],
      ['help.key.arrows', 'help.replay.arrows'],
      ['help.key.home-end', 'help.replay.home-end'],
    ],
  },
  {
    title: 'help.page.title',
    lines: [
      ['help.key.tab', 'help.page.tab'],
      ['help.key.escape', 'help.page.escape'],
      ['help.key.question', 'help.page.question'],
    ],
  },
];

/** Opens the list of keys and words as a modal dialog: the browser keeps the focus inside, and Escape closes it. */
export function openHelp(singleKeys: boolean, fields: readonly Field[] | null): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'sheet help';
  dialog.setAttribute('aria-labelledby', 'help-title');
  // Firefox makes everything that scrolls a Tab stop.
  dialog.tabIndex = -1;
  render(content(singleKeys, fields), dialog);
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/**
 * Lists all keys, and explains each mail term in one sentence.
 * @param singleKeys false when the keys without Ctrl are switched off
 * @param fields those of the desk on the screen, in the order of their number keys; null without a desk
 */
function content(singleKeys: boolean, fields: readonly Field[] | null): TemplateResult {
  return html`<h2 id="help-title">${t('help.title')}</h2>
    <form method="dialog" class="help-close">
      <button class="button quiet" data-close aria-label=${t('board.close')} title=${t('board.close')}>
        ${icon('close')}
      </button>
    </form>
    <section aria-labelledby="help-words">
      <h3 id="help-words">${t('help.words')}</h3>
      ${fieldWords(EVERYWHERE)}
      <dl class="word-list">
        ${WORDS.map(
          (word) =>
            html`<div>
              <dt>${t(`glossary.${word}.name`)}</dt>
              <dd>${t(`glossary.${word}.text`)}</dd>
            </div>`,
        )}
      </dl>
    </section>
    <section aria-labelledby="help-keys">
      <h3 id="help-keys">${t('help.keys')}</h3>
      ${KEYS.map((section) => keyList(section, fields ?? EVERYWHERE))}
      <p class="help-note">${t(singleKeys ? 'help.single-on' : 'help.single-off')}</p>
      <p class="help-note">${t('board.modes')}</p>
    </section>`;
}

function keyList({ title, lines }: (typeof KEYS)[number], fields: readonly Field[]): TemplateResult {
  return html`<h4>${t(title)}</h4>
    <dl class="key-list">
      ${lines.flatMap((keys) =>
        keys === 'digits'
          ? fields.map((field, index) =>
              line(formatNumber(index + 1), t('help.desk.digit', { field: t(`field.${field}`) })),
            )
          : [line(t(keys[0]), t(keys[1]))],
      )}
    </dl>`;
}

function line(key: string, text: string): TemplateResult {
  return html`<div>
    <dt><kbd>${key}</kbd></dt>
    <dd>${text}</dd>
  </div>`;
}

/** Says for each field who can see who. */
export function fieldWords(fields: readonly Field[]): TemplateResult {
  return html`<dl class="word-list">
    ${fields.map(
      (field) =>
        html`<div>
          <dt translate="no">${t(`field.${field}`)}</dt>
          <dd>${t(`field.${field}-why`)}</dd>
        </div>`,
    )}
  </dl>`;
}
