import { hashOf, readRoute, type Route } from './routes.ts';

/** Where the player is, according to the address bar. */
export interface Navigation {
  route(): Route;
  /** True while the address asks for the first level that arrives. */
  wantsFirstLevel(): boolean;
  /** Follows a link to a place, as if the player had clicked on it. */
  follow(route: Route): void;
  /** Moves to a place at once; the caller opens it. */
  leaveFor(route: Route): void;
  /** Changes the address of the place, without a history entry for the old one. */
  rename(route: Route): void;
  /** @param left called when the player leaves a place, with the next */
  onLeave(left: (next: Route) => void): void;
  /** @param arrived called when a link has led somewhere, or the browser's Back or Forward, which lead to what was there */
  onArrive(arrived: (by: 'link' | 'history') => void): void;
}

const isSame = (one: Route, other: Route) => hashOf(one) === hashOf(other);

/**
 * @param firstLevel true when the address names a level file and no place: then the way leads straight to that level
 */
export function openNavigation(firstLevel: boolean): Navigation {
  let route = readRoute(location.hash);
  let straight = firstLevel && location.hash === '';
  const leaveListeners: ((next: Route) => void)[] = [];

  const leave = (next: Route) => {
    straight = false;
    route = next;
    for (const left of leaveListeners) left(next);
  };

  /** Links of earlier versions lead to the same places under other addresses. */
  const writeAddress = () => {
    const address = hashOf(route);
    if (route.name === 'level' && location.hash !== address) history.replaceState(history.state, '', address);
  };
  writeAddress();

  return {
    route: () => route,
    wantsFirstLevel: () => straight,
    follow(next) {
      location.hash = hashOf(next);
    },
    leaveFor(next) {
      leave(next);
      location.hash = hashOf(next);
    },
    rename(next) {
      straight = false;
      if (isSame(next, route)) return;
      route = next;
      history.replaceState(history.state, '', hashOf(route));
    },
    onLeave: (left) => void leaveListeners.push(left),
    onArrive(arrived) {
      // Changes in one turn are announced one by one once the last has been made, which may have led back to the place.
      let announcing = false;
      addEventListener('hashchange', ({ newURL }) => {
        const next = readRoute(location.hash);
        const announced = readRoute(new URL(newURL).hash);
        const wasAnnouncing = announcing;
        announcing = !isSame(announced, next);
        if (isSame(next, route) && (wasAnnouncing || isSame(announced, route))) return writeAddress();
        leave(next);
        writeAddress();
        // A level's history entry has a state; a link's has none.
        arrived(history.state === null ? 'link' : 'history');
      });
    },
  };
}
