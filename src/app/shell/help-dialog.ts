import { hasSingleKeys } from '../../access/single-keys.ts';
import type { Field } from '../../engine/index.ts';
import { loadAllTexts } from '../../i18n/index.ts';
import { isCovered } from '../play/screen-controller.ts';

/** As keyboards of the page's languages have them. */
const QUESTION_MARKS = ['?', '؟', '？'];

/**
 * Opens the list of keys and words on "?", and by every button that carries `data-help`.
 *
 * @param fields those of the desk that is shown, in their order; null without a desk
 */
export function listenForHelp(fields: () => readonly Field[] | null): void {
  // It comes with its words when somebody asks for it.
  const open = async () => {
    const [{ openHelp }] = await Promise.all([
      import('../../screens/pages/help.ts'),
      import('../../screens/pages/help.css'),
      loadAllTexts(),
    ]);
    if (!isCovered()) openHelp(hasSingleKeys(), fields());
  };
  document.addEventListener('keydown', (event) => {
    const typing =
      event.target instanceof Element && event.target.matches('input:not([type="range"]), textarea, select');
    if (!QUESTION_MARKS.includes(event.key) || !hasSingleKeys() || typing || isCovered() || event.defaultPrevented)
      return;
    event.preventDefault();
    void open();
  });
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-help]')) void open();
  });
}
