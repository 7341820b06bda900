import { matchLanguage } from '../../engine/index.ts';
import { compose } from '../../engine/compose/index.ts';
import { announce } from '../../access/announce.ts';
import { language, t } from '../../i18n/index.ts';
import { languageName } from '../../i18n/language-name.ts';
import { loadSituationWords } from '../../i18n/situations.ts';
import type { Problem, TranslationFile } from '../../levels/index.ts';
import type { DraftSummary } from '../../progress/drafts.ts';
import { startList } from '../../screens/workshop/start-list.ts';
import { chosenLevels } from '../../workshop/chosen-levels.ts';
import type { LevelFiles } from '../../workshop/level-files.ts';
import { fromLevel } from '../../workshop/start.ts';
import {
  fromTemplate,
  TEMPLATE_LANGUAGES,
  templateList,
  TEMPLATES,
  type TemplateSummary,
} from '../../workshop/templates/templates.ts';
import { playable, type LoadedCourse } from '../course/loaded-course.ts';
import type { PageContext } from '../pages/page-controller.ts';
import type { Screen } from '../play/screen-controller.ts';
import { pickJsonFiles } from './pick-files.ts';
import { emptyLevel } from './new-level.ts';

/** What a new level can start from: a template, a level of the course, a file, a composed situation, nothing. */
export interface StartController {
  readonly screen: () => Screen;
  readonly fold: (open: boolean) => void;
}

/** What the list may do with the author's levels. */
export interface StartSource {
  /** Begins a new level with these files. */
  readonly open: (files: LevelFiles) => void;
  readonly drafts: () => readonly DraftSummary[];
  readonly openDraft: (id: string) => void;
  readonly removeDraft: (id: string) => void;
  /** True when the author begins, and has nothing to continue. */
  readonly isFirst: boolean;
}

export function startController({ loaded, draw }: PageContext, source: StartSource): StartController {
  let unfolded = source.isFirst;
  let deleting: string | null = null;
  /** What is wrong with chosen files that cannot be read. */
  let unread: readonly Problem[] = [];
  let choseCourse = false;
  const take = (files: LevelFiles | null) => {
    if (!files) return;
    unfolded = false;
    source.open(files);
  };
  let templates: readonly TemplateSummary[] = [];
  /** The author's choice; null for the page's language. */
  let chosen: string | null = null;
  let listed: string | null = null;
  const wantedLanguage = () => matchLanguage(chosen ?? language(), TEMPLATE_LANGUAGES) ?? 'en';
  const list = async (tag: string) => {
    const found = await templateList(tag);
    if (listed !== tag) return;
    templates = found;
    draw();
  };
  /** Lists the templates in the language that the author wants now, which changes with that of the page. */
  const follow = () => {
    const tag = wantedLanguage();
    if (listed === tag) return;
    listed = tag;
    list(tag).catch(reportError);
  };
  const fromNamed = async (wanted: string) => {
    const name = TEMPLATES.find((one) => one === wanted);
    if (name) take(await fromTemplate(name, wantedLanguage()));
  };
  const composed = async () => {
    const tag = wantedLanguage();
    const { level } = compose(String(Date.now()), { tag, words: await loadSituationWords(tag) });
    take(fromLevel(level));
  };
  const fromFile = async () => {
    const { texts, problems: unreadable } = await pickJsonFiles();
    const { levels, problems: others, hasCourse } = chosenLevels(texts);
    const problems = [...unreadable, ...others];
    take(levels[0] ?? null);
    unread = problems;
    choseCourse = levels.length === 0 && hasCourse;
    // A folded list would hide them.
    if (problems.length > 0 || choseCourse) unfolded = true;
    if (problems.length > 0) announce(t('fixes.title', { count: problems.length }));
    draw();
  };
  return {
    screen() {
      follow();
      return startList(
        {
          templates: templates.map(({ name, title, summary }) => ({ name, title, text: summary })),
          levels: playable(loaded()),
          languages: TEMPLATE_LANGUAGES.map((tag) => ({ tag, name: languageName(tag) })),
          language: wantedLanguage(),
          drafts: source.drafts(),
          deleting,
          unread,
          choseCourse,
          open: unfolded,
        },
        {
          template: (name) => void fromNamed(name).catch(reportError),
          level: (id) => void fetchLevel(loaded(), id).then(take, reportError),
          file: () => void fromFile().catch(reportError),
          composed: () => void composed().catch(reportError),
          empty: () => take(chosen === null ? emptyLevel() : { ...emptyLevel(), language: chosen }),
          draft(id) {
            unfolded = false;
            source.openDraft(id);
          },
          remove(id) {
            const isSure = deleting === id;
            deleting = isSure ? null : id;
            if (isSure) source.removeDraft(id);
            draw();
          },
          setLanguage(tag) {
            chosen = tag;
            draw();
          },
          fold(next) {
            if (unfolded === next) return;
            unfolded = next;
            draw();
          },
        },
      );
    },
    fold(next) {
      unfolded = next;
    },
  };
}

/** Fetches a level of the course as its author wrote it, with its translations. */
async function fetchLevel(loaded: LoadedCourse, id: string): Promise<LevelFiles | null> {
  const file = loaded.course?.levels.find((name) => name.replace(/^.*\//, '') === `${id}.json`);
  if (file === undefined || !loaded.at) return null;
  const text = await fetchText(new URL(file, loaded.at));
  const { translations = [] } = JSON.parse(text) as { readonly translations?: readonly string[] };
  const beside = await Promise.all(
    translations.map(async (tag): Promise<TranslationFile[]> => {
      const name = file.replace(/\.json$/, `.${tag}.json`);
      const words = await fetchText(new URL(name, loaded.at ?? '')).catch(() => null);
      return words === null ? [] : [{ language: tag, file: name.replace(/^.*\//, ''), text: words }];
    }),
  );
  return { file: `${id}.json`, text, translations: beside.flat() };
}

async function fetchText(url: URL): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname}: ${String(response.status)}`);
  return response.text();
}
