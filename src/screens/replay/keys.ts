import type { ReplayScreenActions, ReplayScreenModel } from './model.ts';

/** Elements that use these keys themselves. */
const TYPING = 'dialog, select, textarea, input:not([type="range"])';
const PRESSING = 'button, a, summary, [role="button"]';

/** Space plays and pauses, arrow keys step, Home and End jump to the ends. On the slider a step is also one beat. */
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
      // Outside the slider, these two keys scroll the list of events.
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
