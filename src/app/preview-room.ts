import type { LooseFile, Problem } from '../levels/index.ts';
import { entriesOf, NO_COURSE, problemsIn, type Shelf } from './course-shelf.ts';
import { isPlayable } from '../levels/problem.ts';
import { passingMemory, type Memory } from './memory.ts';
import type { Route } from './routes.ts';

/** The levels that were dropped on the page. They last as long as it is open. */
export interface PreviewRoom {
  /** null while there are none. */
  shelf(): Shelf | null;
  /** Where a preview was left; forgotten with the page. */
  memoryOf(level: string): Memory;
  /** The text of a saved play that came alone; null when it is none. */
  playAmong(files: readonly LooseFile[]): Promise<string | null>;
  /** Reads files and puts them beside those that are here already; one of the same name takes the place of the other. */
  add(files: readonly LooseFile[]): Promise<Added>;
}

export interface Added {
  readonly problems: readonly Problem[];
  /** The ids of the levels that came and can be played. */
  readonly levels: readonly string[];
}

/** Where files lead that have come: a level alone to its briefing, several to the page that has them all; null stays. */
export function routeAfter({ levels, problems }: Added): Route | null {
  const [level] = levels;
  if (levels.length > 1) return { name: 'home' };
  return level !== undefined && isPlayable(problems) ? { name: 'preview', level } : null;
}

// Few players ever drop a file: what reads it comes when one does.
const reader = () => import('./preview-shelf.ts');

export function openPreviewRoom(): PreviewRoom {
  let texts: ReadonlyMap<string, string> = new Map();
  let shelf: Shelf | null = null;
  const memories = new Map<string, Memory>();
  return {
    shelf: () => shelf,
    memoryOf(level) {
      const memory = memories.get(level) ?? passingMemory();
      memories.set(level, memory);
      return memory;
    },
    async playAmong(files) {
      if (files.length !== 1) return null;
      const { looksLikePlay, readLooseFiles } = await reader();
      const [text] = (await readLooseFiles(files)).texts.values();
      return text !== undefined && looksLikePlay(text) ? text : null;
    },
    async add(files) {
      const { previewShelf, readLooseFiles } = await reader();
      const read = await readLooseFiles(files);
      texts = new Map([...texts, ...read.texts]);
      if (texts.size > 0) shelf = previewShelf(texts, NO_COURSE);
      const came = new Set(files.map(({ name }) => name));
      const faults = shelf ? problemsIn(shelf, came) : [];
      const levels = shelf ? entriesOf(shelf).filter(({ file }) => came.has(file)) : [];
      return { problems: [...read.problems, ...faults], levels: levels.map(({ level }) => level.id) };
    },
  };
}
