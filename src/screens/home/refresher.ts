import { html, type TemplateResult } from 'lit';
import type { LessonRule } from '../../engine/index.ts';
import { t, textOf } from '../../i18n/index.ts';
import type { LevelSummary } from '../../levels/index.ts';
import { icon } from '../parts/icons.ts';

/** A rule that the player missed and should practise again, with a level to practise it in. */
export interface RefresherCard {
  readonly rule: LessonRule;
  readonly level: LevelSummary;
  /** The address that opens the level. */
  readonly address: string;
}

/** A note that names one rule and one short level. */
export function refresherNote({ rule, level, address }: RefresherCard): TemplateResult {
  return html`<aside class="sheet refresher" data-refresher=${rule}>
    <h2>${t('refresher.title')}</h2>
    <p>${t('refresher.text', { rule: t(`rule.${rule}.name`) })}</p>
    <a class="button" href=${address} data-refresher-go>
      <span>${t('refresher.go', { title: textOf(level.title) })}</span>${icon('forward')}
    </a>
  </aside>`;
}
