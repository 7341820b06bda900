import { t } from '../../i18n/index.ts';
import { draftCount, eraseAll, exportKept, pageFiles, type PageFiles } from '../../progress/device.ts';
import { keptNow } from '../../progress/kept.ts';
import { privacyScreen, type PrivacyActions, type PrivacyModel } from '../../screens/pages/privacy.ts';
import { saveFile } from '../shell/save-file.ts';
import { announce } from '../../access/announce.ts';
import type { PageContext, PageController } from './page-controller.ts';

/** Where the focus goes after a step of the erasing: to the harmless choice. */
const FOCUS: Readonly<Record<PrivacyModel['erase'], string>> = {
  offered: '[data-page-erase]',
  asking: '[data-page-keep]',
  erased: '[data-page-erased]',
};

/** Shows what is kept on this device, exports it and erases it. */
export function privacyPage({ draw, openSettings, erased }: PageContext): PageController {
  let files: PageFiles | null = null;
  let drafts = 0;
  let state: PrivacyModel['erase'] = 'offered';

  const count = async () => {
    [files, drafts] = await Promise.all([pageFiles(), draftCount()]);
    draw();
  };
  void count();

  const become = (next: typeof state) => {
    state = next;
    draw();
    document.querySelector<HTMLElement>(FOCUS[next])?.focus();
  };

  const erase = async () => {
    await eraseAll();
    erased();
    [files, drafts] = await Promise.all([pageFiles(), draftCount()]);
    become('erased');
    announce(t('settings.erased'));
  };

  const save = async () => {
    const text = await exportKept(Date.now());
    saveFile('blind-copy.json', 'application/json', [text]);
  };

  const actions: PrivacyActions = {
    openSettings,
    save: () => void save(),
    ask: (asking) => become(asking ? 'asking' : 'offered'),
    erase: () => void erase(),
  };
  return { screen: () => privacyScreen({ kept: keptNow(), files, drafts, erase: state }, actions) };
}
