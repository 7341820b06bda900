import { isUnreachable } from '../levels/fetch.ts';
import { homeScreen, type HomeActions } from '../screens/home/home.ts';
import { levelNote } from '../screens/parts/note.ts';
import type { Previews } from './author/previews.ts';
import type { CourseLoader } from './course/course-loader.ts';
import { homeModel } from './course/home-model.ts';
import type { Sources } from './course/fetch-course.ts';
import { findLevel, problemsOf } from './course/loaded-course.ts';
import type { CurrentPage } from './pages/current-page.ts';
import type { CurrentRun } from './play/current-run.ts';
import type { LevelOpener } from './play/level-opener.ts';
import type { PlayFiles } from './play/play-files.ts';
import type { Screen } from './play/screen-controller.ts';
import type { Route } from './shell/routes.ts';

/** The parts of the app that provide a screen. */
export interface ScreenSources {
  readonly sources: Sources;
  readonly course: CourseLoader;
  readonly previews: Previews;
  readonly playFiles: PlayFiles;
  readonly pages: CurrentPage;
  readonly runs: CurrentRun;
  readonly opener: LevelOpener;
}

/** Returns the screen for a place: home, a page, the level that is open there, or a note why there is none. */
export function currentScreen(route: Route, parts: ScreenSources, home: HomeActions): Screen {
  const run = parts.runs.now();
  if (run) return run.controller().screen();
  switch (route.name) {
    case 'home': {
      const model = homeModel(parts.course.loaded(), parts.previews, parts.sources);
      return homeScreen({ ...model, playProblem: parts.playFiles.problem() }, home);
    }
    case 'page':
      return parts.pages.screen();
    case 'level':
    case 'result':
    case 'preview':
      return levelOnItsWay(route.level, route.name === 'preview', parts);
  }
}

/** Returns why a level is not open: it is still loading, it is broken, or it does not exist. */
function levelOnItsWay(id: string, preview: boolean, { course, previews, opener }: ScreenSources): Screen {
  const loaded = preview ? previews.loaded() : course.loaded();
  const entry = loaded && findLevel(loaded, id);
  if (entry) return opener.failed() ? levelNote('failed', [], () => opener.retry()) : levelNote('loading', []);
  if (preview) return levelNote('gone', []);
  if (entry === undefined) return levelNote('loading', []);
  const problems = problemsOf(course.loaded(), id);
  if (problems.length === 0) return levelNote('missing', []);
  return isUnreachable(problems) ? levelNote('failed', [], () => location.reload()) : levelNote('broken', problems);
}
