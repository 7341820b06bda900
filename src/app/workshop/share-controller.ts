import { t } from '../../i18n/index.ts';
import { shareLevel } from '../../screens/workshop/share.ts';
import type { TemplateResult } from '../../screens/page.ts';
import { draftOf, type LevelFiles } from '../../workshop/level-files.ts';
import { levelLink } from '../../workshop/share/link.ts';
import { asOneFile, isFileId, withId } from '../../workshop/share/level-file.ts';
import { pageAddress } from '../course/sources.ts';
import { copyText, saveFile } from '../shell/save-file.ts';

/** The level that is shared, and where changes go. */
export interface ShareSource {
  readonly files: () => LevelFiles;
  readonly change: (edit: (files: LevelFiles) => LevelFiles) => void;
  readonly draw: () => void;
}

export interface ShareController {
  readonly screen: () => TemplateResult;
}

/** Saves the level as one file, and makes the link to it. */
export function shareController({ files, change, draw }: ShareSource): ShareController {
  let said = '';
  let wrong: string | null = null;
  const say = (text: string) => {
    said = text;
    draw();
  };
  const id = () => draftOf(files()).id ?? '';
  const link = () => levelLink(pageAddress().href, `${id()}.json`);
  return {
    screen: () =>
      shareLevel(
        { id: wrong ?? id(), idFits: wrong === null, link: link(), said },
        {
          rename(next) {
            const name = next.trim().replace(/\.json$/i, '');
            wrong = isFileId(name) ? null : name;
            if (wrong === null) change((all) => withId(all, name));
            say(wrong === null ? '' : t('workshop.send.bad-name'));
          },
          save() {
            const file = asOneFile(files());
            if (!file) return say(t('workshop.send.no-name'));
            saveFile(file.name, 'application/json', [file.text]);
            say(t('workshop.send.saved', { file: file.name }));
          },
          copyLink() {
            void copyText(link()).then((done) => {
              say(done ? t('workshop.send.copied') : '');
              // Where the browser does not let the page copy, the link is selected for the author to copy.
              if (!done) document.querySelector<HTMLInputElement>('#share-link')?.focus();
            }, reportError);
          },
        },
      ),
  };
}
