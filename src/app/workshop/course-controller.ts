import { language, t } from '../../i18n/index.ts';
import { translatedFile, type TranslationFile } from '../../levels/index.ts';
import type { TemplateResult } from '../../screens/page.ts';
import { courseForm, type CourseChange, type CourseModel } from '../../screens/workshop/course.ts';
import { draftOf, type LevelFiles } from '../../workshop/level-files.ts';
import {
  COURSE_FILE,
  type CourseChapter,
  type CourseDraft,
  courseFiles,
  type CourseLogo,
  fileNameOf,
} from '../../workshop/share/course-file.ts';
import { saveFile } from '../shell/save-file.ts';
import { pickFiles, pickJsonFiles } from './pick-files.ts';
import { saidIn } from './form-controller.ts';

/** The level that is being written, which may be in the course. */
export interface CourseSource {
  readonly files: () => LevelFiles;
  readonly draw: () => void;
}

export interface CourseController {
  readonly screen: () => TemplateResult;
}

/** A level of the course; null for the one that is being written, as it is now. */
interface Entry {
  readonly level: LevelFiles | null;
  readonly chapter: string | null;
}

const PASS_MARK = 70;

/** The images that a course can have, by their endings. A larger one would slow down every start. */
const LOGOS = '.svg,.png,.webp,.jpg,.jpeg';
const LARGEST_LOGO = 512 * 1024;

type Facts = Pick<CourseModel, 'title' | 'id' | 'passMark' | 'name' | 'accent' | 'stamp' | 'output'>;

/** Puts levels together to a course, and saves it in one of several ways. */
export function courseController({ files, draw }: CourseSource): CourseController {
  let facts: Facts = { title: '', id: '', passMark: PASS_MARK, name: '', accent: '', stamp: '', output: 'files' };
  let entries: readonly Entry[] = [{ level: null, chapter: null }];
  let logo: (CourseLogo & { readonly file: string }) | null = null;
  let busy = false;
  let said = '';

  const levelOf = ({ level }: Entry) => level ?? files();
  const become = (change: () => void) => {
    change();
    said = '';
    draw();
  };
  const draft = (): CourseDraft => ({
    ...facts,
    title: facts.title.trim() === '' ? titleOf(files()) : facts.title,
    language: language(),
    passMark: facts.passMark === PASS_MARK ? null : facts.passMark,
    chapters: chaptersOf(entries, levelOf),
    logo,
  });

  const save = async () => {
    if (busy) return;
    const { files: made, problems } = courseFiles(draft());
    if (problems.some(({ severity }) => severity === 'error')) return draw();
    busy = true;
    said = t('workshop.course.busy');
    draw();
    try {
      // Few who write a level make a course.
      const { packCourse } = await import('./pack-course.ts');
      const packed = await packCourse(facts.output, made);
      if (packed.ok) saveFile(packed.name, 'application/zip', [packed.zip]);
      said = packed.ok ? t('workshop.send.saved', { file: packed.name }) : packed.why;
    } catch (error) {
      said = t('workshop.course.failed');
      reportError(error);
    }
    busy = false;
    draw();
  };

  const addFiles = async () => {
    const added = levelsAmong(await pickJsonFiles());
    if (added.length === 0) return;
    const names = new Set(added.map(fileNameOf));
    // A file that is chosen again takes the place of the earlier one.
    const kept = entries.filter((entry) => entry.level === null || !names.has(fileNameOf(levelOf(entry))));
    become(() => {
      entries = [...kept, ...added.map((level) => ({ level, chapter: null }))];
    });
  };

  const pickLogo = async () => {
    const [file] = await pickFiles(LOGOS, false);
    const ending = /\.(svg|png|webp|jpe?g)$/i.exec(file?.name ?? '')?.[1]?.toLowerCase();
    if (!file || ending === undefined) return;
    if (file.size > LARGEST_LOGO) {
      said = t('workshop.course.logo-too-large');
      return draw();
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    become(() => {
      logo = { ending, bytes, file: file.name };
    });
  };

  return {
    screen: () =>
      courseForm(
        {
          ...facts,
          levels: entries.map((entry) => ({
            file: fileNameOf(levelOf(entry)),
            title: titleOf(levelOf(entry)),
            chapter: entry.chapter,
          })),
          hasThisLevel: entries.some(({ level }) => level === null),
          logo: logo?.file ?? null,
          problems: entries.length > 0 ? courseFiles(draft()).problems : [],
          busy,
          said,
        },
        {
          change: (change: CourseChange) =>
            become(() => {
              facts = { ...facts, ...change };
            }),
          addThisLevel: () =>
            become(() => {
              entries = [...entries, { level: null, chapter: null }];
            }),
          addFiles: () => void addFiles().catch(reportError),
          move: (from, to) =>
            become(() => {
              const [entry] = entries.slice(from, from + 1);
              if (entry) entries = entries.toSpliced(from, 1).toSpliced(to, 0, entry);
            }),
          remove: (index) =>
            become(() => {
              entries = entries.toSpliced(index, 1);
            }),
          setChapter: (index, chapter) =>
            become(() => {
              entries = entries.map((entry, own) => (own === index ? { ...entry, chapter } : entry));
            }),
          pickLogo: () => void pickLogo().catch(reportError),
          removeLogo: () =>
            become(() => {
              logo = null;
            }),
          save: () => void save(),
        },
      ),
  };
}

function titleOf(level: LevelFiles): string {
  return saidIn(draftOf(level).title, language());
}

/** Levels before the first chapter are in a chapter of the first level's title. */
function chaptersOf(entries: readonly Entry[], levelOf: (entry: Entry) => LevelFiles): CourseChapter[] {
  const chapters: { title: string; levels: LevelFiles[] }[] = [];
  for (const entry of entries) {
    if (entry.chapter !== null || chapters.length === 0) chapters.push({ title: entry.chapter ?? '', levels: [] });
    chapters.at(-1)?.levels.push(levelOf(entry));
  }
  return chapters;
}

/** The levels among chosen files, each with the translations that were chosen with it. */
function levelsAmong(texts: ReadonlyMap<string, string>): LevelFiles[] {
  const names = [...texts.keys()].filter((name) => name !== COURSE_FILE);
  const levels = names.filter((name) => !texts.has(translatedFile(name)?.level ?? ''));
  return levels.map((file) => ({
    file,
    text: texts.get(file) ?? '',
    translations: names.flatMap((name): TranslationFile[] => {
      const translated = translatedFile(name);
      return translated?.level === file
        ? [{ language: translated.language, file: name, text: texts.get(name) ?? '' }]
        : [];
    }),
  }));
}
