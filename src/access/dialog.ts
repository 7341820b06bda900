import { html, nothing, render, type TemplateResult } from 'lit';
import { digitOf } from './keys.ts';
import { hasSingleKeys } from './single-keys.ts';

/** A choice that closes the dialog. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly why: string;
  /** The key that does the same outside the dialog. */
  readonly digit: number;
  /** The same digit in the current language. */
  readonly key: string;
  /** Says that the choice already applies; null when it does not. */
  readonly current: string | null;
}

export interface DialogLine {
  readonly text: string;
  readonly address: boolean;
}

/** A section that folds: an earlier mail below a new one, or the members of a list. */
export interface DialogPart {
  readonly title: string;
  readonly lines: readonly DialogLine[];
  /** Paragraphs, with line breaks. */
  readonly text: string;
  readonly language: string | null;
  readonly open: boolean;
  readonly parts: readonly DialogPart[];
}

/** The content of a dialog. */
export interface DialogModel {
  readonly title: string;
  /** Lines below the title: who, how many, which address. */
  readonly lines: readonly DialogLine[];
  /** Paragraphs, with line breaks. */
  readonly text: string;
  /** The language of the title and the text; null when it is the page's. */
  readonly language: string | null;
  /** Sections below the text that fold. */
  readonly parts: readonly DialogPart[];
  /** The heading of the choices; null without one. */
  readonly ask: string | null;
  readonly choices: readonly Choice[];
  readonly close: string;
}

export interface Dialog {
  readonly closed: Promise<void>;
  close(): void;
}

let count = 0;

const paragraphsOf = (text: string) => text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');

function linesIn(lines: readonly DialogLine[]): TemplateResult[] {
  return lines.map(({ text, address }) =>
    address
      ? html`<p class="twin-line"><bdi class="address">${text}</bdi></p>`
      : html`<p class="twin-line">${text}</p>`,
  );
}

function folded({ title, lines, text, language, open, parts }: DialogPart): TemplateResult {
  return html`<details class="twin-part" data-part ?open=${open}>
    <summary>${title}</summary>
    ${linesIn(lines)} ${paragraphsOf(text).map((paragraph) => html`<p lang=${language ?? nothing}>${paragraph}</p>`)}
    ${parts.map(folded)}
  </details>`;
}

function body({ title, lines, text, language, parts, ask, choices, close }: DialogModel, name: string): TemplateResult {
  const paragraphs = paragraphsOf(text);
  return html`<form method="dialog">
    <h2 id=${name} lang=${language ?? nothing}>${title}</h2>
    ${linesIn(lines)}
    ${
      paragraphs.length > 0
        ? html`<div class="twin-text" role="group" aria-labelledby=${name} lang=${language ?? nothing}>
            ${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
          </div>`
        : nothing
    }
    ${parts.map(folded)}
    ${
      ask === null
        ? nothing
        : html`<fieldset class="twin-choices">
            <legend>${ask}</legend>
            ${choices.map(
              (choice) =>
                html`<button
                  class="twin-choice"
                  value=${choice.value}
                  data-current=${choice.current === null ? nothing : ''}
                  data-choice=${choice.value}
                >
                  <b>${choice.label}</b>
                  <span>${[choice.why, choice.current].filter((part) => part).join('. ')}</span
                  >${hasSingleKeys() ? html`<kbd aria-hidden="true">${choice.key}</kbd>` : nothing}
                </button>`,
            )}
          </fieldset>`
    }
    <button class="button twin-close" value="">${close}</button>
  </form>`;
}

/**
 * Opens a modal dialog: the browser keeps the focus inside, and Escape closes it.
 * @param choose receives the choice while the dialog is still open. The browser returns the focus as the dialog closes,
 *   and by then the focused element must show the new state.
 */
export function openDialog(model: DialogModel, choose: (value: string) => void): Dialog {
  const dialog = document.createElement('dialog');
  const name = `twin-dialog-${String(++count)}`;
  dialog.className = 'twin-dialog';
  dialog.setAttribute('aria-labelledby', name);
  // Firefox makes everything that scrolls a Tab stop.
  dialog.tabIndex = -1;
  render(body(model, name), dialog);
  document.body.append(dialog);
  const answer = (value: string) => {
    if (value !== '') choose(value);
    dialog.close();
  };
  dialog.addEventListener('submit', (event) => {
    event.preventDefault();
    answer(event.submitter instanceof HTMLButtonElement ? event.submitter.value : '');
  });
  // A click on the backdrop closes the dialog, as Escape does.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  // The digit keys work in the dialog too.
  dialog.addEventListener('keydown', (event) => {
    const pressed = hasSingleKeys() ? digitOf(event) : null;
    if (pressed === null || event.ctrlKey || event.altKey || event.metaKey || model.choices.length === 0) return;
    // Stops Firefox from searching the page for the digit (“search when you start typing”).
    event.preventDefault();
    const choice = model.choices.find(({ digit }) => digit === pressed);
    if (choice) answer(choice.value);
  });
  const closed = new Promise<void>((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve();
    });
  });
  // Focus the dialog itself, not its first control, so that screen readers say its name and then read from the top.
  dialog.autofocus = true;
  dialog.showModal();
  dialog.focus({ preventScroll: true });
  return { closed, close: () => dialog.close() };
}
