import { html, nothing, type TemplateResult } from 'lit';
import type { LevelText } from '../../engine/index.ts';
import { t, textOf } from '../../i18n/index.ts';
import { finishButton } from '../package/finish-button.ts';
import { icon } from '../parts/icons.ts';
import { told } from '../parts/level-text.ts';
import { screenHeading } from '../parts/heading.ts';

/** The name under which the course runs. */
export interface HomeBrand {
  /** The title of the course; null uses the game's own. */
  readonly title: LevelText | null;
  readonly name: LevelText | null;
  /** The address of an image on the same site. */
  readonly logo: string | null;
}

/** The head of the home page: whose course it is, what the game is about, and the first thing to do. */
export function homeHead(
  { title, name, logo }: HomeBrand,
  first: TemplateResult | typeof nothing,
  openSettings: () => void,
): TemplateResult {
  return html`<header class="home-head">
    <button class="button quiet home-settings" type="button" data-settings @click=${openSettings}>
      ${icon('settings')}<span>${t('settings.open')}</span>
    </button>
    <div class="home-words">
      ${name === null ? nothing : brandLine(textOf(name), logo)}
      ${screenHeading(title === null ? t('home.title') : told(title))}
      <p class="home-lead">${t('home.lead')}</p>
      <p class="home-about">${t('home.about')}</p>
      ${import.meta.env.PACKAGE ? html`<div class="home-ways">${first} ${finishButton()}</div>` : first}
    </div>
    <img class="home-art" src="assets/writing-desk.svg" alt="" draggable="false" />
  </header>`;
}

function brandLine(name: string, logo: string | null): TemplateResult {
  return html`<p class="home-brand" data-brand>
    ${logo === null ? name : html`<img class="brand-logo" src=${logo} alt=${name} draggable="false" />`}
  </p>`;
}
