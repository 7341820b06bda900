import type { Play } from '../engine/index.ts';
import { textOf } from '../i18n/index.ts';
import { findLevel, levelAfter, type Shelf } from './course-shelf.ts';
import { deviceMemory } from './memory.ts';
import { scoreOf } from './passing.ts';
import type { PreviewRoom } from './preview-room.ts';
import { levelAddress, previewAddress, type Route } from './routes.ts';
import type { openVisit, Surroundings, Visit } from './visit.ts';

/** The level that is open, of the course or of those that were dropped on the page. */
export interface Visits {
  now(): Visit | null;
  /** The file of the level that is open, when it is a preview. */
  previewFile(): string | null;
  /**
   * Opens the level of a route, if it has arrived.
   *
   * @param opener what plays a level, which comes later than the page
   * @param guest a play from a file, to be watched
   * @returns true when there was none before and there is one now
   */
  open(opener: typeof openVisit, route: Route, anew: boolean, guest?: Play): boolean;
  /** True when a route leads to a level that is not open yet and has arrived. */
  has(route: Route): boolean;
  /**
   * Goes on with the level as its file has it now.
   *
   * @returns its route, since its id may be another
   */
  follow(): Route | null;
  /** The level that is open says more now: in another language. */
  retell(): void;
  close(): void;
}

type Page = Pick<Surroundings, 'root' | 'draw' | 'enter' | 'openSettings'> & {
  readonly course: () => Shelf;
  readonly previews: PreviewRoom;
};

type LevelRoute = Extract<Route, { readonly level: string }>;
type Place = LevelRoute['name'];

const isLevel = (route: Route): route is LevelRoute => 'level' in route;

export function openVisits({ course, previews, ...page }: Page): Visits {
  let open: { readonly place: Place; readonly file: string; readonly visit: Visit } | null = null;

  const shelfOf = (place: Place) => (place === 'preview' ? previews.shelf() : course());
  const addressIn = (place: Place) => (place === 'preview' ? previewAddress : levelAddress);

  const entryOf = (route: Route) => {
    if (open || !isLevel(route)) return null;
    const shelf = shelfOf(route.name);
    return (shelf && findLevel(shelf, route.level)) ?? null;
  };

  return {
    now: () => open?.visit ?? null,
    previewFile: () => (open?.place === 'preview' ? open.file : null),
    has: (route) => entryOf(route) !== null,
    open(opener, route, anew, guest) {
      const entry = entryOf(route);
      if (!entry || !isLevel(route)) return false;
      const { name: place, level: id } = route;
      const memory = place === 'preview' ? previews.memoryOf(id) : deviceMemory(id);
      const next: Surroundings['next'] = (level) => {
        const now = shelfOf(place);
        const after = now && levelAfter(now, level.id);
        return after && { address: addressIn(place)(after.id), title: textOf(after.title) };
      };
      const certified = () => {
        const now = shelfOf(place);
        return now !== null && scoreOf(now).passed;
      };
      const around = { ...page, memory, next, certified };
      open = { place, file: entry.file, visit: opener(entry.level, around, anew, guest) };
      return true;
    },
    follow() {
      if (!open) return null;
      const { place, file, visit } = open;
      const read = shelfOf(place)?.levels.get(file);
      if (!read?.ok) return null;
      visit.renew(read.level);
      return { name: place, level: read.level.id };
    },
    retell() {
      const read = open && shelfOf(open.place)?.levels.get(open.file);
      if (read?.ok) open?.visit.retell(read.level);
    },
    close() {
      open?.visit.close();
      open = null;
    },
  };
}
