import { loadAllTexts, onLanguageChange, setLanguage, t } from '../i18n/index.ts';
import { onProgress, settings } from '../progress/index.ts';
import { homeScreen } from '../screens/home/home.ts';
import { levelNote } from '../screens/parts/note.ts';
import { drawFailure, drawPage, type PageActions } from '../screens/page.ts';
import type { Screen } from './act.ts';
import { openAuthorRoom } from './author-room.ts';
import { applyBrand, languagesOf } from './brand.ts';
import { applySettings } from './comfort.ts';
import { concernNews } from './concern-news.ts';
import { openCourseRoom } from './course-room.ts';
import { findLevel, hasProblems, playable, problemsOf } from './course-shelf.ts';
import { openGuestRoom } from './guest-room.ts';
import { listenForHelp } from './help-room.ts';
import { homeModel } from './home-model.ts';
import { levelDoor } from './level-door.ts';
import { enterScreen, openDialogs } from './notice.ts';
import { startOffline } from './offline.ts';
import { openPageRoom } from './page-room.ts';
import { openPreviewRoom, routeAfter, type Added } from './preview-room.ts';
import { prefetchRooms, restRooms, tryAgain } from './rooms.ts';
import { hashOf, readRoute, type Route } from './routes.ts';
import { settingsRoom } from './settings-room.ts';
import { readSources } from './sources.ts';
import { openTongue } from './tongue.ts';
import { onTrouble } from './trouble.ts';
import { openVisits } from './visits.ts';
import { whenIdle } from './when-idle.ts';

/**
 * Starts the game in an element of the page, and shows what the address asks for: home, or a level where it was left.
 *
 * Everything is drawn anew from the state of the app after each change; only what differs is touched.
 */
export async function startApp(root: HTMLElement): Promise<void> {
  const sources = readSources(location.search, new URL(document.baseURI));
  let route: Route = readRoute(location.hash);
  /** The address names a level and nothing more: the way leads straight to it. */
  let straight = sources.level !== null && location.hash === '';
  let trouble = false;
  const news = concernNews();
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
        const over = {
          settings: room.model(),
          author: author.over(),
          trouble,
          concern: news.now(),
          update: isUpdateShown(),
        };
        drawPage(root, { screen: screen(), preview: visits.previewFile(), ...over }, pageActions);
        openDialogs(root);
        visits.now()?.act().drawn?.();
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

  const title = () => {
    const screenTitle = visits.now()?.act().title() ?? pages.title();
    return screenTitle === undefined ? t('app.title') : t('app.title-of', { screen: screenTitle });
  };

  const screen = (): Screen => {
    const visit = visits.now();
    if (visit) return visit.act().screen();
    const shelf = course.shelf();
    switch (route.name) {
      case 'home':
        return homeScreen({ ...homeModel(shelf, previews, sources), playProblem: plays.problem() }, homeActions);
      case 'page':
        return pages.screen();
      case 'preview': {
        const loose = previews.shelf();
        if (!loose || !findLevel(loose, route.level)) return levelNote('gone', []);
        return door.failed() ? levelNote('failed', [], retry) : levelNote('loading', []);
      }
      case 'level': {
        const entry = findLevel(shelf, route.level);
        if (entry && door.failed()) return levelNote('failed', [], retry);
        if (entry !== null) return levelNote('loading', []);
        const problems = problemsOf(shelf, route.level);
        return levelNote(problems.length > 0 ? 'broken' : 'missing', problems);
      }
    }
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

  /** Opens the level of the address, once it and what plays it have arrived. */
  const openLevel = (anew: boolean) => {
    const opener = door.opener();
    if (opener) return visits.open(opener, route, anew);
    if (visits.has(route)) void openLater(anew);
    return false;
  };

  const plays = openGuestRoom({
    course: () => course.shelf(),
    async goTo(next) {
      await door.load();
      leave(next);
      location.hash = hashOf(route);
    },
    open(play) {
      const opener = door.opener();
      guarded(() => {
        if (opener) visits.open(opener, route, false, play);
      });
      enter();
    },
    changed: draw,
  });

  const retry = () => tryAgain(() => void openLater(true));

  const leave = (next: Route) => {
    visits.close();
    route = next;
    pages.show(route);
    room.close();
  };

  /** Something of the course or of the previews has arrived, or is another than before. */
  const arrived = () => {
    const shelf = course.shelf();
    applyBrand(shelf.course);
    const [first] = straight ? playable(shelf) : [];
    guarded(() => {
      if (first) moveTo({ name: 'level', level: first.id });
      const followed = visits.follow();
      if (followed) moveTo(followed);
      if (openLevel(false)) document.title = title();
    });
    if (shelf.course) tongue.followCourse();
    draw();
    findWords();
  };

  /** What is wrong with a file is said in words that come only when there is something to say. */
  const findWords = () => {
    if (started && hasProblems(course.shelf())) loadAllTexts().then(draw, () => null);
  };

  /** The same place under another address: nothing is left, and Back does not lead to it. */
  const moveTo = (next: Route) => {
    straight = false;
    if (hashOf(next) === hashOf(route)) return;
    route = next;
    history.replaceState(history.state, '', hashOf(route));
  };

  const added = (files: Added) => {
    arrived();
    const next = routeAfter(files);
    if (next) location.hash = hashOf(next);
  };

  const backToScreen = () => {
    if (document.activeElement === document.body) enterScreen(root, title());
  };

  const course = openCourseRoom(sources, () => [tongue.now()], arrived);
  const previews = openPreviewRoom();
  const visits = openVisits({
    root,
    draw,
    enter,
    openSettings: () => room.open(),
    course: () => course.shelf(),
    previews,
  });
  const tongue = openTongue(
    () => course,
    () => visits.retell(),
  );
  const author = openAuthorRoom({ course, previews, plays, draw, added, closed: backToScreen });

  const room = settingsRoom(
    draw,
    (tag) => void tongue.speak(tag),
    () => {
      leave({ name: 'home' });
      location.hash = hashOf(route);
    },
    () => languagesOf(course.shelf().course),
  );

  /** The settings are others than before, by another tab or because all was erased. */
  const settingsChanged = () => {
    applySettings(settings.get());
    tongue.followSettings();
  };

  const pages = openPageRoom(
    {
      shelf: () => course.shelf(),
      draw,
      openSettings: () => room.open(),
      erased: settingsChanged,
    },
    enter,
  );

  const pageActions: PageActions = {
    settings: {
      change: (change) => room.actions.change(change),
      ask: (asking) => room.actions.ask(asking),
      erase: () => room.actions.erase(),
      fullScreen: () => room.actions.fullScreen(),
      closed() {
        room.actions.closed();
        backToScreen();
      },
    },
    reload: () => location.reload(),
    acceptConcern() {
      news.accept();
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
    reload: () => void course.fill(),
    pickFiles: () => author.pickFiles(),
    openPlay: () => plays.pick(),
  };
  const failureActions = {
    reload: () => location.reload(),
    home() {
      location.hash = hashOf({ name: 'home' });
      location.reload();
    },
  };

  listenForHelp(() => visits.now()?.act().fields?.() ?? null);
  if (route.name === 'level' || straight) void door.load();
  const filled = course.fill();
  applySettings(settings.get());
  await setLanguage(tongue.now());
  pages.show(route);
  root.replaceChildren();

  addEventListener('hashchange', () => {
    const next = readRoute(location.hash);
    if (hashOf(next) === hashOf(route)) return;
    leave(next);
    guarded(() => void openLevel(true));
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
    if (erased && visits.now()) {
      // What another tab has erased must not be written again by the level that is open here.
      leave({ name: 'home' });
      location.hash = hashOf(route);
    }
    draw();
  });
  onLanguageChange(() => {
    visits.now()?.act().relabel?.();
    document.title = title();
    draw();
  });

  started = true;
  document.title = title();
  draw();
  findWords();
  await filled;
  const offline = startOffline(() => {
    update = 'offered';
    draw();
  });
  offline.keep();
  onLanguageChange(offline.keep);
  whenIdle(() => {
    void door.load();
    prefetchRooms();
  });
}
