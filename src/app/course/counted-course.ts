import { language, onLanguageChange } from '../../i18n/index.ts';
import { openCourseLoader, type CourseLoader } from './course-loader.ts';
import type { Sources } from './fetch-course.ts';

/**
 * The course that the progress, certificate and host pages show. If the address asks for one level (`?level=`), the
 * game has only that level, so these pages fetch the course when one is first opened.
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
