import type { WatchedPlay } from '../../engine/index.ts';
import { textOf } from '../../i18n/index.ts';
import type { CourseLoader } from '../course/course-loader.ts';
import { findLevel, isInFirstChapter, levelAfter, levelIn } from '../course/loaded-course.ts';
import { deviceMemory } from './play-memory.ts';
import { scoreOf } from '../course/passing.ts';
import type { Previews } from '../author/previews.ts';
import { levelAddress, previewAddress, type LevelRoute, type Route } from '../shell/routes.ts';
import type { openLevelRun, RunContext, LevelRun, RunStart } from './level-run.ts';

/** The open level, from the course or from those that were dropped on the page. */
export interface CurrentRun {
  now(): LevelRun | null;
  /** The file of the open level if it is a preview; null otherwise. */
  previewFile(): string | null;
  /**
   * Opens the level of a route, if it has been read.
   *
   * @param opener opens a level; its code arrives later than the page
   * @param guest a play from a file, to be watched
   * @returns true when there was none before and there is one now
   */
  open(opener: typeof openLevelRun, route: Route, asked: boolean, guest?: WatchedPlay): boolean;
  /** True when a route leads to a level that is known but not open yet, even if its file has not been read. */
  has(route: Route): boolean;
  /** Reads the level of a route if it is only in the index so far. */
  read(route: Route): Promise<void>;
  /**
   * Continues with the current version of the level's file.
   * @returns its route, since its id may have changed
   */
  follow(): Route | null;
  /** Shows the open level with its texts in another language. */
  retell(): void;
  close(): void;
}

type Page = Pick<RunContext, 'root' | 'draw' | 'enter' | 'openSettings'> & {
  readonly course: Pick<CourseLoader, 'loaded' | 'read'>;
  readonly previews: Previews;
  /** Changes the address of the place. */
  readonly rename: (route: Route) => void;
};

type Place = LevelRoute['name'];

function startOf(place: Place, asked: boolean, file: WatchedPlay | undefined): RunStart {
  if (file) return { kind: 'file', watched: file };
  if (place === 'result') return { kind: 'result' };
  return { kind: asked ? 'asked' : 'left' };
}

const isLevel = (route: Route): route is LevelRoute => 'level' in route;

export function openCurrentRun({ course, previews, rename, ...page }: Page): CurrentRun {
  let open: { readonly place: Place; readonly file: string; readonly run: LevelRun } | null = null;

  const loadedOf = (place: Place) => (place === 'preview' ? previews.loaded() : course.loaded());
  const addressIn = (place: Place) => (place === 'preview' ? previewAddress : levelAddress);

  const entryOf = (route: Route) => {
    if (open || !isLevel(route)) return null;
    const loaded = loadedOf(route.name);
    return (loaded && findLevel(loaded, route.level)) ?? null;
  };

  return {
    now: () => open?.run ?? null,
    previewFile: () => (open?.place === 'preview' ? open.file : null),
    has: (route) => entryOf(route) !== null,
    async read(route) {
      const entry = entryOf(route);
      if (entry && route.name !== 'preview') await course.read(({ id }) => id === entry.level.id);
    },
    open(opener, route, asked, guest) {
      const entry = entryOf(route);
      if (!entry || !isLevel(route)) return false;
      const { name: place, level: id } = route;
      const loaded = loadedOf(place);
      const level = loaded && levelIn(loaded, entry.file);
      if (!level) return false;
      const memory = place === 'preview' ? previews.memoryOf(id) : deviceMemory(id);
      const next: RunContext['next'] = (played) => {
        const now = loadedOf(place);
        const after = now && levelAfter(now, played.id);
        return after && { address: addressIn(place)(after.id), title: textOf(after.title) };
      };
      const certified = () => {
        const now = loadedOf(place);
        return now !== null && scoreOf(now).passed;
      };
      const firstChapter = () => {
        const now = loadedOf(place);
        return now === null || isInFirstChapter(now, entry.file);
      };
      const began = () => {
        if (open?.place !== 'result') return;
        // The player now plays the level, and no longer looks at its stored result.
        open = { ...open, place: 'level' };
        rename({ name: 'level', level: open.run.level().id });
      };
      const around = { ...page, memory, next, certified, firstChapter, began };
      open = { place, file: entry.file, run: opener(level, around, startOf(place, asked, guest)) };
      return true;
    },
    follow() {
      if (!open) return null;
      const { place, file, run } = open;
      const read = loadedOf(place)?.levels.get(file);
      if (!read?.ok) return null;
      run.renew(read.level);
      return { name: place, level: read.level.id };
    },
    retell() {
      const read = open && loadedOf(open.place)?.levels.get(open.file);
      if (read?.ok) open?.run.retell(read.level);
    },
    close() {
      open?.run.close();
      open = null;
    },
  };
}
