import { announce } from '../../access/announce.ts';
import { language, t } from '../../i18n/index.ts';
import { decode } from '../../levels/index.ts';
import type { TemplateResult } from '../../screens/page.ts';
import { fieldWords, translator, type ImportModel } from '../../screens/workshop/translator.ts';
import type { LevelFiles } from '../../workshop/level-files.ts';
import { exchangeFileName, type ExchangeFormat } from '../../workshop/translation/exchange.ts';
import {
  languagesOf,
  type TranslationRow,
  type TranslationTable,
  translationTable,
} from '../../workshop/translation/table.ts';
import { readExchange, takeExchange, writeExchange } from '../../workshop/translation/take.ts';
import { withTargets } from '../../workshop/translation/targets.ts';
import { writtenLanguage } from '../../workshop/writing-language.ts';
import { saveFile } from '../shell/save-file.ts';
import { OFFERED_LANGUAGES } from './language-controller.ts';
import { pickFiles } from './pick-files.ts';

/** The level whose texts are translated, and where changes go. */
export interface TranslatorSource {
  readonly files: () => LevelFiles;
  /** @param step changes of the same step are undone together */
  readonly change: (edit: (files: LevelFiles) => LevelFiles, step?: string) => void;
  readonly draw: () => void;
}

export interface TranslatorController {
  readonly screen: () => TemplateResult;
}

const TYPES: Readonly<Record<ExchangeFormat, string>> = {
  xliff: 'application/xliff+xml',
  po: 'text/x-gettext-translation',
  json: 'application/json',
};

/** Translates the texts of a level, in the page or by files for translators. */
export function translatorController({ files, change, draw }: TranslatorSource): TranslatorController {
  let wanted: { readonly source: string | null; readonly target: string | null } = { source: null, target: null };
  let missingOnly = false;
  let format: ExchangeFormat = 'xliff';
  let imported: ImportModel | null = null;

  const table = (): TranslationTable => {
    const own = languagesOf(files());
    const written = writtenLanguage(files(), language());
    // The author may have chosen to write in a language that has no texts yet.
    const source = [wanted.source, written].find((tag) => tag !== null && own.includes(tag)) ?? own[0] ?? written;
    const other = own.find((tag) => tag !== source) ?? OFFERED_LANGUAGES.find((tag) => tag !== source) ?? source;
    const target = wanted.target !== null && wanted.target !== source ? wanted.target : other;
    return translationTable(files(), source, target);
  };
  const choose = (next: Partial<typeof wanted>) => {
    wanted = { ...wanted, ...next };
    imported = null;
    draw();
  };

  const save = () => {
    const now = table();
    const name = exchangeFileName(now, format);
    const noteOf = (row: TranslationRow) =>
      [fieldWords(row), itemName(now, row), t('workshop.translate.most', { most: row.maxLength })]
        .filter(Boolean)
        .join(' · ');
    saveFile(name, TYPES[format], [writeExchange(files(), now, format, noteOf)]);
    announce(t('workshop.translate.saved', { file: name }));
  };
  const load = async () => {
    const [file] = await pickFiles('.xlf,.xliff,.xml,.po,.pot,.json', false);
    if (!file) return;
    const decoded = decode(new Uint8Array(await file.arrayBuffer()), file.name);
    const { source, target } = table();
    if (!decoded.ok) {
      const fault = {
        code: 'not-json' as const,
        line: 0,
        params: { ...decoded.problem.params, code: decoded.problem.code },
      };
      imported = { file: file.name, changed: 0, same: 0, faults: [fault] };
      return draw();
    }
    const taken = takeExchange(files(), source, target, readExchange(file.name, decoded.text));
    imported = { file: file.name, changed: taken.changed, same: taken.same, faults: taken.faults };
    if (taken.changed > 0) change(() => taken.files);
    draw();
  };

  return {
    screen() {
      const now = table();
      const own = languagesOf(files());
      return translator(
        {
          table: now,
          languages: own,
          others: [...new Set([...OFFERED_LANGUAGES, now.target])].filter((tag) => !own.includes(tag)),
          missingOnly,
          format,
          imported,
          itemName: (row) => itemName(now, row),
        },
        {
          setSource: (source) => choose({ source }),
          setTarget: (target) => choose({ target }),
          showMissing(only) {
            missingOnly = only;
            draw();
          },
          translate: (row, text) =>
            change((all) => withTargets(all, now.target, new Map([[row, text]])), `${now.target}/${row.key}`),
          setFormat(next) {
            format = next;
            draw();
          },
          save,
          load: () => void load().catch(reportError),
        },
      );
    },
  };
}

/** The texts by which an author knows a person or an email. */
const NAMES: readonly string[] = ['name', 'subject'];

function itemName({ rows }: TranslationTable, { item, key, field }: TranslationRow): string {
  if (item === null) return '';
  const [list] = field.split('.');
  const name = rows.find((row) => NAMES.some((one) => row.key === `${list ?? ''}.${item}.${one}`));
  return name && name.key !== key ? name.source : '';
}
