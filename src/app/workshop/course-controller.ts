import { language, t } from '../../i18n/index.ts';
import type { Problem } from '../../levels/index.ts';
import type { TemplateResult } from '../../screens/page.ts';
import { courseForm, type CourseChange } from '../../screens/workshop/course.ts';
import { chosenLevels } from '../../workshop/chosen-levels.ts';
import { fromBase64, toBase64 } from '../../workshop/share/base64.ts';
import { type CourseChapter, type CourseDraft, courseFiles, fileNameOf } from '../../workshop/share/course-file.ts';
import { courseOf, USUAL_PASS_MARK, type CourseEntry, type CourseWork } from '../../workshop/share/course-work.ts';
import { draftOf, type LevelFiles } from '../../workshop/level-files.ts';
import { saveFile } from '../shell/save-file.ts';
import type { CourseInWork, CourseLevels } from './course-in-work.ts';
import { pickFiles, pickJsonFiles } from './pick-files.ts';
import { saidIn } from './form-controller.ts';

export interface CourseController {
  readonly screen: () => TemplateResult;
  /** Says something in the status line of the course. */
  readonly say: (text: string) => void;
}

/** The images that a course can have, by their endings. A larger one would slow down every start. */
const LOGOS = '.svg,.png,.webp,.jpg,.jpeg';
const LARGEST_LOGO = 512 * 1024;

/** Puts levels together to a course, and saves it in one of several ways. */
export function courseController(work: CourseInWork, levels: CourseLevels, draw: () => void): CourseController {
  let busy = false;
  let said = '';
  /** What is wrong with chosen files that cannot be read. */
  let unread: readonly Problem[] = [];

  const isThis = (entry: CourseEntry) => 'draft' in entry && entry.draft === levels.id();
  const say = (text: string) => {
    said = text;
    draw();
  };
  const change = (edit: (course: CourseWork) => CourseWork, step?: string) => {
    said = '';
    work.change(edit, step);
  };
  const changeLevels = (edit: (entries: readonly CourseEntry[]) => readonly CourseEntry[], step?: string) =>
    change((course) => ({ ...course, levels: edit(course.levels) }), step);
  const titleOf = (files: LevelFiles | null) =>
    files ? saidIn(draftOf(files).title, language()) || titleInAny(files) : '';
  const draft = (): CourseDraft => {
    const { facts, levels: entries, logo } = work.course();
    return {
      ...facts,
      title: facts.title.trim() === '' ? titleOf(levels.files()) : facts.title,
      language: language(),
      passMark: facts.passMark === USUAL_PASS_MARK ? null : facts.passMark,
      chapters: chaptersOf(entries, work.filesOf),
      logo: logo && { ending: logo.ending, bytes: fromBase64(logo.bytes) },
    };
  };

  const save = async () => {
    if (busy) return;
    await work.follow();
    if (work.course().levels.some((entry) => work.filesOf(entry) === null)) return say(t('workshop.course.gone'));
    if (draft().title.trim() === '') return say(t('workshop.course.no-title'));
    const { files: made, problems } = courseFiles(draft());
    if (problems.some(({ severity }) => severity === 'error')) return draw();
    busy = true;
    say(t('workshop.course.busy'));
    try {
      // Few who write a level make a course.
      const { packCourse } = await import('./pack-course.ts');
      const packed = await packCourse(work.course().facts.output, made);
      if (packed.ok) saveFile(packed.name, 'application/zip', [packed.zip]);
      said = packed.ok ? t('workshop.send.saved', { file: packed.name }) : packed.why;
    } catch (error) {
      said = t('workshop.course.failed');
      // Without a connection, `fetch` throws a TypeError, and the author knows what to do.
      if (!(error instanceof TypeError)) reportError(error);
    }
    busy = false;
    draw();
  };

  const addFiles = async () => {
    const { texts, problems } = await pickJsonFiles();
    const { levels: added, problems: others } = chosenLevels(texts);
    unread = [...problems, ...others];
    if (added.length === 0) return draw();
    const names = new Set(added.map(fileNameOf));
    // A file that is chosen again takes the place of the earlier one.
    const stays = (entry: CourseEntry) => !('files' in entry) || !names.has(fileNameOf(entry.files));
    changeLevels((entries) => [...entries.filter(stays), ...added.map((files) => ({ files, chapter: null }))]);
  };

  const pickLogo = async () => {
    const [file] = await pickFiles(LOGOS, false);
    const ending = /\.(svg|png|webp|jpe?g)$/i.exec(file?.name ?? '')?.[1]?.toLowerCase();
    if (!file || ending === undefined) return;
    if (file.size > LARGEST_LOGO) return say(t('workshop.course.logo-too-large'));
    const bytes = toBase64(new Uint8Array(await file.arrayBuffer()));
    change((course) => ({ ...course, logo: { ending, bytes, file: file.name } }));
  };

  return {
    say,
    screen() {
      const { facts, levels: entries, logo } = work.course();
      const inCourse = new Set(entries.flatMap((entry) => ('draft' in entry ? [entry.draft] : [])));
      return courseForm(
        {
          ...facts,
          levels: entries.map((entry) => {
            const files = work.filesOf(entry);
            return { file: files && fileNameOf(files), title: titleOf(files), chapter: entry.chapter };
          }),
          hasThisLevel: entries.some(isThis),
          others: levels.others().filter(({ id }) => !inCourse.has(id)),
          logo: logo?.file ?? null,
          // A missing title is said when the author saves.
          problems: [
            ...unread,
            ...(entries.length > 0 ? courseFiles(draft()).problems.filter(({ code }) => code !== 'no-text') : []),
          ],
          busy,
          said,
        },
        {
          change: (next: CourseChange) =>
            change((course) => ({ ...course, facts: { ...course.facts, ...next } }), Object.keys(next).join()),
          addThisLevel: () => changeLevels((all) => [...all, { draft: levels.id(), chapter: null }]),
          addOther(id) {
            changeLevels((all) => [...all, { draft: id, chapter: null }]);
            void work.follow().catch(reportError);
          },
          addFiles: () => void addFiles().catch(reportError),
          move: (from, to) =>
            changeLevels((all) => {
              const moved = all.slice(from, from + 1);
              return all.toSpliced(from, 1).toSpliced(to, 0, ...moved);
            }),
          remove: (index) => changeLevels((all) => all.toSpliced(index, 1)),
          setChapter: (index, chapter) =>
            changeLevels(
              (all) => all.map((entry, own) => (own === index ? { ...entry, chapter } : entry)),
              chapter === null ? undefined : `chapter-${String(index)}`,
            ),
          pickLogo: () => void pickLogo().catch(reportError),
          removeLogo: () => change((course) => ({ ...course, logo: null })),
          begin: () => change(() => courseOf(levels.id())),
          save: () => void save().catch(reportError),
        },
      );
    },
  };
}

function titleInAny(files: LevelFiles): string {
  const { title } = draftOf(files);
  return typeof title === 'object'
    ? (Object.values(title).find((text) => text !== undefined && text !== '') ?? '')
    : '';
}

/** Levels before the first chapter are in a chapter without a title. Levels that are gone are left out. */
function chaptersOf(
  entries: readonly CourseEntry[],
  filesOf: (entry: CourseEntry) => LevelFiles | null,
): CourseChapter[] {
  const chapters: { title: string; levels: LevelFiles[] }[] = [];
  for (const entry of entries) {
    const files = filesOf(entry);
    if (entry.chapter !== null || chapters.length === 0) chapters.push({ title: entry.chapter ?? '', levels: [] });
    if (files) chapters.at(-1)?.levels.push(files);
  }
  return chapters;
}
