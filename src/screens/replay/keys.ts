import type { ReplayScreenActions, ReplayScreenModel } from './model.ts';

/** Elements that have a use for these keys themselves. */
const TYPING = 'dialog, select, textarea, input:not([type="range"])';
const PRESSING = 'button, a, summary, [role="button"]';

/** Space plays and pauses, arrows step, Home and End go to the ends; on the slider, too, where a step is a beat. */
export function replayKeys(
  { position }: ReplayScreenModel,
  actions: ReplayScreenActions,
): (event: KeyboardEvent) => void {
  return (event) => {
    const { target, key, altKey, ctrlKey, metaKey } = event;
    if (!position || !(target instanceof Element) || altKey || ctrlKey || metaKey) return;
    if (target.closest(TYPING)) return;
    const ahead = getComputedStyle(target).direction === 'rtl' ? -1 : 1;
    const onSlider = target.matches('input');
    const keys: Readonly<Record<string, (() => void) | undefined>> = {
      ' ': target.closest(PRESSING) ? undefined : () => actions.toggle(),
      ArrowRight: () => actions.step(ahead),
      ArrowLeft: () => actions.step(ahead === 1 ? -1 : 1),
      // Elsewhere these two scroll the list of events.
      ArrowUp: onSlider ? () => actions.step(1) : undefined,
      ArrowDown: onSlider ? () => actions.step(-1) : undefined,
      Home: () => actions.seek(0),
      End: () => actions.skip(),
    };
    const act = keys[key];
    if (!act) return;
    event.preventDefault();
    act();
  };
}
