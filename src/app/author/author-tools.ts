import { announce } from '../../access/announce.ts';
import { loadAllTexts, t } from '../../i18n/index.ts';
import type { LooseFile, Problem } from '../../levels/index.ts';
import type { PageModel } from '../../screens/page.ts';
import { dropHint } from '../../screens/author/preview-mark.ts';
import { problemBoard, type ProblemBoardModel } from '../../screens/author/problem-board.ts';
import type { CourseLoader } from '../course/course-loader.ts';
import { problemsIn } from '../course/loaded-course.ts';
import { onLevelsSaved } from './hot-levels.ts';
import { takeDroppedFiles } from './file-drop.ts';
import type { PlayFiles } from '../play/play-files.ts';
import { routeAfter, type Previews } from './previews.ts';
import type { Navigation } from '../shell/navigation.ts';
import type { PageView } from '../shell/page-view.ts';

/** Tools for the author of a level: they load files, follow saved ones, and report problems. */
export interface AuthorTools {
  /** What covers the screen. */
  over(): PageModel['author'];
  /** Lets the player choose files. */
  pickFiles(): void;
}

interface Page {
  readonly course: CourseLoader;
  readonly previews: Previews;
  readonly plays: PlayFiles;
  readonly navigation: Pick<Navigation, 'follow'>;
  readonly view: Pick<PageView, 'draw' | 'restoreFocus'>;
}

export function openAuthorTools({ course, previews, plays, navigation, view }: Page): AuthorTools {
  let board: ProblemBoardModel | null = null;
  let hovering = false;
  /** The paths of files that were saved since the page loaded, as their author is working on them. */
  const saved = new Set<string>();

  const show = async (problems: readonly Problem[], loose: boolean) => {
    // Without a network the board shows the places but not the texts.
    if (problems.length > 0) await loadAllTexts().catch(() => null);
    const before = board;
    board = problems.length > 0 ? { problems, loose } : null;
    if (board) announce(t('fixes.title', { count: problems.length }));
    view.draw();
    if (before && !board) view.restoreFocus();
  };

  const take = async (files: readonly LooseFile[]) => {
    const play = await previews.playAmong(files);
    if (play !== null) return plays.take(play);
    const result = await previews.add(files);
    const next = routeAfter(result);
    if (next) navigation.follow(next);
    await show(result.problems, true);
  };

  const files = takeDroppedFiles(
    (dropped) => void take(dropped),
    (over) => {
      if (over === hovering) return;
      hovering = over;
      view.draw();
    },
  );

  const follow = async (urls: readonly URL[]) => {
    const before = course.loaded().levels;
    for (const url of urls) saved.add(url.pathname.split('/').slice(-2).join('/'));
    await course.refresh(urls);
    // A saved course may list a level that is new.
    for (const [file, read] of course.loaded().levels) {
      if (read !== before.get(file)) for (const problem of read.problems) saved.add(problem.file);
    }
    await show(problemsIn(course.loaded(), saved), false);
  };
  onLevelsSaved((urls) => void follow(urls));

  const actions = {
    closed() {
      board = null;
      view.draw();
      view.restoreFocus();
    },
    pickFiles: () => files.pick(),
  };
  return {
    over: () => [board && problemBoard(board, actions), hovering ? dropHint() : null],
    pickFiles: actions.pickFiles,
  };
}
