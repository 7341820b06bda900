import type { Level } from '../engine/level.ts';
import type { Play } from '../engine/play.ts';
import { onLanguageChange, setLanguage, t, wantedLanguage } from '../i18n/index.ts';
import { acceptDamage, concern, onProgress, settings, type Concern } from '../progress/index.ts';
import { homeScreen } from '../screens/home.ts';
import { levelNote } from '../screens/note.ts';
import { drawFailure, drawPage, type PageActions } from '../screens/page.ts';
import { play as playSound } from '../stage/sound.ts';
import type { Screen } from './act.ts';
import { applySettings } from './comfort.ts';
import {
  EMPTY_SHELF,
  fillShelf,
  findLevel,
  levelAfter,
  playable,
  problemsOf,
  translateShelf,
  type Shelf,
} from './course-shelf.ts';
import { listenForHelp } from './help-room.ts';
import { lettersOn } from './letters.ts';
import { levelDoor } from './level-door.ts';
import { enterScreen, openDialogs } from './notice.ts';
import { startOffline } from './offline.ts';
import { openPageRoom } from './page-room.ts';
import { refresherCard } from './refresh.ts';
import { playRoom } from './play-room.ts';
import { prefetchRooms, restRooms, tryAgain } from './rooms.ts';
import { hashOf, readRoute, type Route } from './routes.ts';
import { chosenCourse, readSession } from './session.ts';
import { settingsRoom } from './settings-room.ts';
import { onTrouble } from './trouble.ts';
import { whenIdle } from './when-idle.ts';
import type { Visit } from './visit.ts';

/** Levels lie beside the course; both beside the page, wherever that is. */
const COURSE = 'levels/course.json';

/**
 * Starts the game in an element of the page, and shows what the address asks for: home, or a level where it was left.
 *
 * Everything is drawn anew from the state of the app after each change; only what differs is touched.
 */
export async function startApp(root: HTMLElement): Promise<void> {
  let shelf: Shelf = EMPTY_SHELF;
  const session = readSession(location.search);
  let route: Route = readRoute(location.hash);
  let visit: Visit | null = null;
  let trouble = false;
  /** What the player has been told of the record, and read. */
  let known: Concern | null = null;
  let broken = false;
  let update: 'none' | 'offered' | 'left' = 'none';

  const guarded = (action: () => void) => {
    if (broken) return;
    try {
      action();
    } catch (error) {
      broken = true;
      drawFailure(root, failureActions);
      // Whoever looks for the reason finds it in the browser's console.
      reportError(error);
    }
  };

  /** Before the texts have arrived there is nothing to draw. */
  let started = false;
  let drawing = false;
  let drawAgain = false;
  /** Taking a focused button off the page sends events, whose answer may be to draw: that waits for its turn. */
  const draw = () => {
    drawAgain = true;
    if (drawing || !started) return;
    drawing = true;
    while (drawAgain) {
      drawAgain = false;
      guarded(() => {
        drawPage(
          root,
          { screen: screen(), settings: room.model(), trouble, concern: news(), update: isUpdateShown() },
          pageActions,
        );
        openDialogs(root);
        visit?.act().drawn?.();
      });
    }
    drawing = false;
  };

  /** Only at home: a new version never comes between a player and a level. */
  const isUpdateShown = () => update === 'offered' && route.name === 'home';

  const enter = () => {
    draw();
    enterScreen(root, title());
    if (!root.querySelector('[data-stage-host]')) restRooms();
  };

  const news = () => {
    const now = concern();
    return now === known ? null : now;
  };

  const title = () => {
    const screenTitle = visit?.act().title() ?? pages.title();
    return screenTitle === undefined ? t('app.title') : t('app.title-of', { screen: screenTitle });
  };

  const screen = (): Screen => {
    if (route.name === 'home') {
      return homeScreen(
        {
          letters: lettersOn(shelf),
          courseProblems: shelf.problems,
          playProblem: plays.problem(),
          refresher: refresherCard(playable(shelf), Date.now()),
        },
        homeActions,
      );
    }
    if (route.name === 'page') return pages.screen();
    if (visit) return visit.act().screen();
    const level = findLevel(shelf, route.level);
    if (level && door.failed()) return levelNote('failed', [], retry);
    if (level !== null) return levelNote('loading', []);
    const problems = problemsOf(shelf, route.level);
    return levelNote(problems.length > 0 ? 'broken' : 'missing', problems);
  };

  const door = levelDoor();
  let waiting = false;
  const openLater = async (anew: boolean) => {
    if (waiting) return;
    waiting = true;
    await door.load();
    waiting = false;
    guarded(() => {
      // The player may have gone elsewhere in the meantime.
      if (door.failed() || openLevel(anew)) enter();
    });
  };

  /** Opens the level of the address, once it has arrived. */
  const openLevel = (anew: boolean) => {
    if (visit || route.name !== 'level') return false;
    const level = findLevel(shelf, route.level);
    if (!level) return false;
    const openVisit = door.opener();
    if (!openVisit) {
      void openLater(anew);
      return false;
    }
    visit = openVisit(level, around, anew);
    return true;
  };

  const around = {
    root,
    draw,
    enter,
    openSettings: () => room.open(),
    levelAfter: (id: string) => levelAfter(shelf, id),
  };

  const plays = playRoom({
    levelOf: (id) => findLevel(shelf, id) ?? null,
    opened: (level, play) => void openGuest(level, play),
    changed: draw,
  });

  /** Shows the replay of a play that was saved as a file. */
  const openGuest = async (level: Level, play: Play) => {
    await door.load();
    const openVisit = door.opener();
    leave({ name: 'level', level: level.id });
    location.hash = hashOf(route);
    if (openVisit) guarded(() => (visit = openVisit(level, around, false, play)));
    enter();
  };

  const retry = () => tryAgain(() => void openLater(true));

  const leave = (next: Route) => {
    visit?.act().close?.();
    visit = null;
    route = next;
    pages.show(route);
    room.close();
  };

  /** The language that was asked for last; its texts may still be on their way. */
  let spoken = wantedLanguage(settings.get().language);
  const courseUrl = new URL(COURSE, document.baseURI);
  const fetchCourse = async (tag: string) => {
    const changed = (filled: Shelf) => {
      shelf = { ...filled, course: filled.course && chosenCourse(filled.course, session) };
      guarded(() => {
        if (openLevel(false)) document.title = title();
      });
      draw();
    };
    await fillShelf(courseUrl, changed, [tag]);
    // The language may have changed while the levels were on their way.
    if (spoken !== tag) await speak(spoken);
  };

  /** Changes the language, once the levels have their texts in it. */
  const speak = async (tag: string) => {
    spoken = tag;
    const more = await translateShelf(shelf, courseUrl, tag);
    shelf = { ...shelf, levels: new Map([...shelf.levels, ...more]) };
    const told = visit && findLevel(shelf, visit.level);
    if (told) visit?.retell(told);
    if (tag !== spoken) return;
    await setLanguage(tag);
  };

  const pageActions: PageActions = {
    settings: {
      change: (change) => room.actions.change(change),
      ask: (asking) => room.actions.ask(asking),
      erase: () => room.actions.erase(),
      fullScreen: () => room.actions.fullScreen(),
      closed() {
        room.actions.closed();
        if (document.activeElement === document.body) enterScreen(root, title());
      },
    },
    reload: () => location.reload(),
    acceptConcern() {
      known = concern();
      acceptDamage();
      draw();
    },
    dismiss() {
      trouble = false;
      draw();
    },
    takeUpdate: () => offline.update(),
    leaveUpdate() {
      update = 'left';
      draw();
    },
  };
  const homeActions = {
    openSettings: () => room.open(),
    reload: () => void fetchCourse(spoken),
    openPlay: () => plays.pick(),
  };
  const failureActions = {
    reload: () => location.reload(),
    home() {
      location.hash = hashOf({ name: 'home' });
      location.reload();
    },
  };

  const room = settingsRoom(
    draw,
    (tag) => void speak(tag),
    () => {
      leave({ name: 'home' });
      location.hash = hashOf(route);
    },
  );

  /** The settings are others than before, by another tab or because all was erased. */
  const settingsChanged = () => {
    applySettings(settings.get());
    const tag = wantedLanguage(settings.get().language);
    if (tag !== spoken) void speak(tag);
  };

  const pages = openPageRoom(
    {
      course: () => shelf.course,
      levels: () => playable(shelf),
      draw,
      openSettings: () => room.open(),
      erased: settingsChanged,
    },
    enter,
  );

  listenForHelp(() => visit?.act().fields?.() ?? null);
  if (route.name === 'level') void door.load();
  const course = fetchCourse(spoken);
  applySettings(settings.get());
  await setLanguage(spoken);
  pages.show(route);
  root.replaceChildren();

  addEventListener('hashchange', () => {
    const next = readRoute(location.hash);
    if (hashOf(next) === hashOf(route)) return;
    leave(next);
    guarded(() => {
      if (openLevel(true)) playSound('open');
    });
    enter();
    if (route.name === 'home') offline.look();
  });
  onTrouble(() => {
    if (trouble) return;
    trouble = true;
    draw();
  });
  onProgress((erased) => {
    settingsChanged();
    if (erased && visit) {
      // What another tab has erased must not be written again by the level that is open here.
      leave({ name: 'home' });
      location.hash = hashOf(route);
    }
    draw();
  });
  onLanguageChange(() => {
    visit?.act().relabel?.();
    document.title = title();
    draw();
  });

  started = true;
  document.title = title();
  draw();
  await course;
  const offline = startOffline(() => {
    update = 'offered';
    draw();
  });
  offline.keep();
  whenIdle(() => {
    void door.load();
    prefetchRooms();
  });
}
