import type { LooseFile, Problem } from '../../levels/index.ts';
import { entriesOf, NO_COURSE, problemsIn, type LoadedCourse } from '../course/loaded-course.ts';
import { isPlayable } from '../../levels/problem.ts';
import { previewMemory, type PlayMemory } from '../play/play-memory.ts';
import type { Route } from '../shell/routes.ts';

/** The levels that were dropped on the page. They last until it closes. */
export interface Previews {
  /** null while there are none. */
  loaded(): LoadedCourse | null;
  /** Where each preview was left; lost when the page closes. */
  memoryOf(level: string): PlayMemory;
  /** The text of a saved play that was dropped alone; null if it is not one. */
  playAmong(files: readonly LooseFile[]): Promise<string | null>;
  /**
   * Reads files and adds them to those already here; a file replaces one of the same name.
   * @param written true for the files of a level that its author writes in the workshop and tries out
   */
  add(files: readonly LooseFile[], written?: boolean): Promise<Added>;
  /** True when this file of a level came from the workshop. */
  isWritten(file: string): boolean;
  /** @param changed called when files have come */
  onChange(changed: () => void): void;
}

export interface Added {
  readonly problems: readonly Problem[];
  /** The ids of the dropped levels that can be played. */
  readonly levels: readonly string[];
}

/** Where to go after a drop: a single level opens its briefing, several open the page that lists them; null stays. */
export function routeAfter({ levels, problems }: Added): Route | null {
  const [level] = levels;
  if (levels.length > 1) return { name: 'home' };
  return level !== undefined && isPlayable(problems) ? { name: 'preview', level } : null;
}

// Few players ever drop a file, so the code that reads it loads when one does.
const reader = () => import('./preview-course.ts');

export function openPreviews(): Previews {
  let texts: ReadonlyMap<string, string> = new Map();
  let loaded: LoadedCourse | null = null;
  const fromWorkshop = new Set<string>();
  const memories = new Map<string, PlayMemory>();
  const listeners: (() => void)[] = [];
  return {
    loaded: () => loaded,
    memoryOf(level) {
      const memory = memories.get(level) ?? previewMemory();
      memories.set(level, memory);
      return memory;
    },
    async playAmong(files) {
      if (files.length !== 1) return null;
      const { looksLikePlay, readLooseFiles } = await reader();
      const [text] = (await readLooseFiles(files)).texts.values();
      return text !== undefined && looksLikePlay(text) ? text : null;
    },
    isWritten: (file) => fromWorkshop.has(file),
    async add(files, written = false) {
      const { comparedName, previewCourse, readLooseFiles } = await reader();
      const read = await readLooseFiles(files);
      texts = new Map([...texts, ...read.texts]);
      for (const name of read.texts.keys()) {
        if (written) fromWorkshop.add(name);
        else fromWorkshop.delete(name);
      }
      if (texts.size > 0) loaded = previewCourse(texts, NO_COURSE);
      const came = new Set(files.map(({ name }) => comparedName(name)));
      const faults = loaded ? problemsIn(loaded, came) : [];
      const levels = loaded ? entriesOf(loaded).filter(({ file }) => came.has(file)) : [];
      for (const changed of listeners) changed();
      return { problems: [...read.problems, ...faults], levels: levels.map(({ level }) => level.id) };
    },
    onChange: (changed) => void listeners.push(changed),
  };
}
