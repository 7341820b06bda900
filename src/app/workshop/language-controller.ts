import { announce } from '../../access/announce.ts';
import { matchLanguage } from '../../engine/index.ts';
import { language as pageLanguage, t } from '../../i18n/index.ts';
import { languageName } from '../../i18n/language-name.ts';
import type { TemplateResult } from '../../screens/page.ts';
import { languageMenu } from '../../screens/workshop/language-menu.ts';
import type { LevelFiles } from '../../workshop/level-files.ts';
import { languagesOf } from '../../workshop/translation/table.ts';
import { hasTexts, withLanguage, withTextsIn, writtenLanguage } from '../../workshop/writing-language.ts';

/** Languages that a level can be written in at a click. A file can have any other. */
export const OFFERED_LANGUAGES =
  'en de fr es ar ja it pt nl pl sv da nb fi cs sk hu ro bg hr el tr uk ru he fa hi zh ko vi id th'.split(' ');

export interface LanguageSource {
  readonly files: () => LevelFiles;
  /** @param step changes of the same step are undone together */
  readonly change: (edit: (files: LevelFiles) => LevelFiles, step?: string) => void;
  readonly draw: () => void;
}

export interface LanguageController {
  readonly screen: () => TemplateResult;
  /** Another level is open. */
  readonly reset: () => void;
}

/** Lets the author choose the language in which they write. */
export function languageController({ files, change, draw }: LanguageSource): LanguageController {
  let asked: string | null = null;

  const written = () => writtenLanguage(files(), pageLanguage());
  /** True for texts of which the file says no language. */
  const isUnsaid = () => files().language === undefined && languagesOf(files()).length === 0 && hasTexts(files());
  const become = (edit: (files: LevelFiles) => LevelFiles, step?: string) => {
    asked = null;
    change(edit, step);
    announce(t('workshop.language.now', { language: languageName(written()) }));
    draw();
  };

  return {
    screen: () =>
      languageMenu(
        {
          language: isUnsaid() ? null : written(),
          own: languagesOf(files()),
          others: [...new Set([...OFFERED_LANGUAGES, pageLanguage(), written()])],
          asked,
        },
        {
          choose(tag) {
            const has = (wanted: string) => matchLanguage(wanted, languagesOf(files())) !== null;
            if (isUnsaid()) become((all) => withTextsIn(all, null, tag));
            // Without texts in the language of before there is nothing to ask about.
            else if (has(tag) || !has(written())) become((all) => withLanguage(all, tag), 'language');
            else {
              asked = tag;
              announce(t('workshop.language.question', { language: languageName(tag) }));
              draw();
            }
          },
          relabel() {
            const [from, to] = [written(), asked];
            if (to !== null) become((all) => withTextsIn(all, from, to));
            focusMenu();
          },
          add() {
            const to = asked;
            if (to !== null) become((all) => withLanguage(all, to));
            focusMenu();
          },
          cancel() {
            asked = null;
            draw();
            focusMenu();
          },
        },
      ),
    reset() {
      asked = null;
    },
  };
}

/** The buttons of the question are gone with it. */
function focusMenu(): void {
  document.querySelector<HTMLElement>('[data-writing-language]')?.focus();
}
