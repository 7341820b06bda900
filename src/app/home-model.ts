import type { HomeModel } from '../screens/home/home.ts';
import { brandOf } from './brand.ts';
import { playable, type Shelf, type Sources } from './course-shelf.ts';
import { chaptersOn, previewsOn } from './letters.ts';
import { scoreOf } from './passing.ts';
import type { PreviewRoom } from './preview-room.ts';
import { refresherCard } from './refresh.ts';
import { wholeCourse } from './sources.ts';

/** What lies on the desk of the home page. */
export function homeModel(shelf: Shelf, previews: PreviewRoom, sources: Sources): Omit<HomeModel, 'playProblem'> {
  const loose = previews.shelf();
  return {
    brand: brandOf(shelf),
    chapters: chaptersOn(shelf),
    courseProblems: shelf.problems,
    previews: loose ? previewsOn(loose, (id) => previews.memoryOf(id)) : [],
    refresher: refresherCard(playable(shelf), Date.now()),
    passed: scoreOf(shelf).passed,
    wholeCourse: sources.level ? wholeCourse(location.search) : null,
  };
}
