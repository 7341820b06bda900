import type { HomeModel } from '../../screens/home/home.ts';
import { brandOf } from './brand.ts';
import { playable, type LoadedCourse } from './loaded-course.ts';
import type { Sources } from './fetch-course.ts';
import { chaptersOf, previewCards } from './level-cards.ts';
import { checkDue, scoreOf } from './passing.ts';
import type { Previews } from '../author/previews.ts';
import { refresherCard } from './refresher.ts';
import { wholeCourse } from './sources.ts';

/** Returns what the home page shows. */
export function homeModel(loaded: LoadedCourse, previews: Previews, sources: Sources): Omit<HomeModel, 'playProblem'> {
  const loose = previews.loaded();
  return {
    brand: brandOf(loaded),
    chapters: chaptersOf(loaded),
    courseProblems: loaded.problems,
    unknownLevels: loaded.unknown,
    previews: loose ? previewCards(loose, (id) => previews.memoryOf(id)) : [],
    refresher: refresherCard(playable(loaded), Date.now()),
    passed: scoreOf(loaded).passed,
    check: checkDue(loaded),
    wholeCourse: sources.level ? wholeCourse(location.search) : null,
  };
}
