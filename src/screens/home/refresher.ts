import { html, type TemplateResult } from 'lit';
import type { LessonRule } from '../../engine/index.ts';
import { t } from '../../i18n/index.ts';
import { icon } from '../parts/icons.ts';

/** A rule that the player missed and should practise again. */
export interface RefresherCard {
  readonly rule: LessonRule;
}

/** A note that names one rule, and leads to composed emails about it: the level that taught it is known by heart. */
export function refresherNote({ rule }: RefresherCard): TemplateResult {
  return html`<aside class="sheet refresher" data-refresher=${rule}>
    <h2>${t('refresher.title')}</h2>
    <p>${t('refresher.text', { rule: t(`rule.${rule}.name`) })}</p>
    <a class="button" href="#/refresh" data-refresher-go> <span>${t('refresher.go')}</span>${icon('forward')} </a>
  </aside>`;
}
