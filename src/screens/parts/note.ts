import { html, nothing, type TemplateResult } from 'lit';
import { t, type PlainTextKey } from '../../i18n/index.ts';
import type { Problem } from '../../levels/index.ts';
import { icon } from './icons.ts';
import { problemList } from './problems.ts';
import { screenHeading } from './heading.ts';

const TITLES = {
  loading: 'app.loading',
  missing: 'app.not-found',
  broken: 'home.broken-title',
  failed: 'app.level-failed',
  'page-failed': 'app.page-failed',
  gone: 'preview.gone-title',
} as const;

/** A sentence below the title, where it helps. */
const TEXTS: Partial<Record<keyof typeof TITLES, PlainTextKey>> = {
  broken: 'home.broken-text',
  gone: 'preview.gone-text',
};

/**
 * A note for a level that is loading, failed to load, does not exist, or has problems for its author to mend. Pages
 * beside the levels load and fail in the same way.
 */
export function levelNote(
  kind: keyof typeof TITLES,
  problems: readonly Problem[],
  retry: () => void = () => {},
): TemplateResult {
  const text = TEXTS[kind];
  return html`<main class="screen level-note" data-note=${kind}>
    <section class="sheet note" aria-busy=${kind === 'loading' ? 'true' : 'false'}>
      ${screenHeading(t(TITLES[kind]))} ${text === undefined ? nothing : html`<p>${t(text)}</p>`}
      ${problems.length > 0 ? problemList(problems, true) : nothing}
      ${
        kind === 'failed' || kind === 'page-failed'
          ? html`<button class="button" type="button" data-retry @click=${retry}>
              ${icon('replay')}${t('app.retry')}
            </button>`
          : nothing
      }
      ${kind === 'loading' ? nothing : html`<a class="button primary" href="#/">${t('app.home')}${icon('forward')}</a>`}
    </section>
  </main>`;
}
