import { avoidedDisaster, type AvoidedDisaster, type WhatIf } from '../../engine/index.ts';
import { t } from '../../i18n/index.ts';
import type { Flow } from './flow.ts';

/** Controls the story of the disaster that the player avoided. It is worked out only when needed. */
export interface AvoidedController {
  /** Returns the story; null if the player's own mails did harm. */
  story(): WhatIf | null;
  /** Returns the words above its picture: that it did not happen, and which habit causes it; null for any other story. */
  wordsOf(story: WhatIf): string | null;
}

export function avoidedController(flow: () => Pick<Flow, 'level' | 'play'>): AvoidedController {
  let found: { readonly disaster: AvoidedDisaster | null } | null = null;
  const disaster = () => {
    const { level, play } = flow();
    found ??= { disaster: avoidedDisaster(level, play.outcome) };
    return found.disaster;
  };
  return {
    story: () => disaster()?.story ?? null,
    wordsOf(story) {
      const known = found?.disaster;
      return known?.story === story ? t('what-if.avoided-shown', { habit: t(`habit.${known.habit}`) }) : null;
    },
  };
}
