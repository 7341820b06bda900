import { html, nothing, type TemplateResult } from 'lit';
import type { Level, Outcome } from '../../engine/index.ts';
import { namesOf } from '../../i18n/describe.ts';
import { t } from '../../i18n/index.ts';
import { icon } from '../parts/icons.ts';

/** After a first try, replaces the best way with the rule and a hint where to look. Players can ask for the answer. */
export function hint(
  level: Level,
  { deductions }: Outcome,
  { showBest }: { readonly showBest: () => void },
): TemplateResult {
  const [costliest] = deductions.toSorted((one, other) => other.points - one.points);
  const look = costliest?.contacts ?? [];
  return html`<section class="best-way" data-hint>
    <h2>${t('debrief.hint-title')}</h2>
    <p>
      ${t('debrief.hint-rule', { rule: t(`rule.${level.lesson.rule}.name`) })}
      ${look.length > 0 ? t('debrief.hint-look', { names: namesOf(level, look) }) : nothing}
    </p>
    <p>
      <button class="button" type="button" data-show-best @click=${showBest}>
        ${icon('check')}<span>${t('debrief.show-best')}</span>
      </button>
    </p>
  </section>`;
}
