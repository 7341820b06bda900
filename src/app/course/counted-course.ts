import { language, onLanguageChange } from '../../i18n/index.ts';
import { openCourseLoader, type CourseLoader } from './course-loader.ts';
import type { Sources } from './fetch-course.ts';

/**
 * The course that the pages of progress, certificate and host speak of. Where the address asks for one level by itself
 * (`?level=`), the game has that level alone, which is no course: then the course is fetched when a page first asks for it.
 *
 * @param course what the game has
 * @param changed called when more of the course has arrived
 */
export function countedCourse(
  sources: Sources,
  course: CourseLoader,
  changed: () => void,
): Pick<CourseLoader, 'loaded' | 'read'> {
  if (!sources.level) return { loaded: () => course.loaded(), read: (wanted) => course.read(wanted) };
  let whole: CourseLoader | null = null;
  onLanguageChange(() => void whole?.translate(language()).then(changed));
  const opened = () => {
    if (!whole) {
      whole = openCourseLoader({ ...sources, level: null });
      whole.onChange(changed);
      void whole.load(language());
    }
    return whole;
  };
  return { loaded: () => opened().loaded(), read: (wanted) => opened().read(wanted) };
}
