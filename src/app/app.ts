import { loadAllTexts, onLanguageChange, setLanguage, t } from '../i18n/index.ts';
import { onProgress, settings } from '../progress/index.ts';
import { homeScreen } from '../screens/home/home.ts';
import { levelNote } from '../screens/parts/note.ts';
import { drawFailure, drawPage, type PageActions } from '../screens/page.ts';
import type { Screen } from './play/screen-controller.ts';
import { openAuthorTools } from './author/author-tools.ts';
import { applyBrand, languagesOf } from './course/brand.ts';
import { applySettings } from './shell/apply-settings.ts';
import { storageNotice } from './shell/storage-notice.ts';
import { countedCourse } from './course/counted-course.ts';
import { openCourseLoader } from './course/course-loader.ts';
import { findLevel, hasProblems, playable, problemsOf } from './course/loaded-course.ts';
import { openPlayFiles } from './play/saved-replay.ts';
import { listenForHelp } from './shell/help-dialog.ts';
import { homeModel } from './course/home-model.ts';
import { playCode } from './play/play-code.ts';
import { enterScreen, openDialogs } from './shell/focus.ts';
import { startOffline } from './shell/offline.ts';
import { openCurrentPage } from './pages/current-page.ts';
import { openPreviews, routeAfter, type Added } from './author/previews.ts';
import { prefetchCanvas, pauseCanvas, tryAgain } from './play/canvas.ts';
import { hashOf, readRoute, type Route } from './shell/routes.ts';
import { settingsController } from './shell/settings-controller.ts';
import { readSources } from './course/sources.ts';
import { openPageLanguage } from './course/language.ts';
import { onUncaughtError } from './shell/uncaught-errors.ts';
import { openCurrentRun } from './play/current-run.ts';
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
  const news = storageNotice();
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
        drawPage(root, { screen: screen(), preview: runs.previewFile(), ...over }, pageActions);
        openDialogs(root);
        runs.now()?.act().drawn?.();
      });
    }
    drawing = false;
  };

  /** Only at home: a new version never comes between a player and a level. */
  const isUpdateShown = () => update === 'offered' && route.name === 'home';

  const enter = () => {
    draw();
    enterScreen(root, title());
    if (!root.querySelector('[data-stage-host]')) pauseCanvas();
  };

  const title = () => {
    const screenTitle = runs.now()?.act().title() ?? pages.title();
    return screenTitle === undefined ? t('app.title') : t('app.title-of', { screen: screenTitle });
  };

  const screen = (): Screen => {
    const run = runs.now();
    if (run) return run.act().screen();
    const loaded = course.loaded();
    switch (route.name) {
      case 'home':
        return homeScreen({ ...homeModel(loaded, previews, sources), playProblem: plays.problem() }, homeActions);
      case 'page':
        return pages.screen();
      case 'preview': {
        const loose = previews.loaded();
        if (!loose || !findLevel(loose, route.level)) return levelNote('gone', []);
        return door.failed() ? levelNote('failed', [], retry) : levelNote('loading', []);
      }
      case 'level': {
        const entry = findLevel(loaded, route.level);
        if (entry && door.failed()) return levelNote('failed', [], retry);
        if (entry !== null) return levelNote('loading', []);
        const problems = problemsOf(loaded, route.level);
        return levelNote(problems.length > 0 ? 'broken' : 'missing', problems);
      }
    }
  };

  const door = playCode();
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
    if (opener) return runs.open(opener, route, anew);
    if (runs.has(route)) void openLater(anew);
    return false;
  };

  const plays = openPlayFiles({
    course: () => course.loaded(),
    async goTo(next) {
      await door.load();
      leave(next);
      location.hash = hashOf(route);
    },
    open(play) {
      const opener = door.opener();
      guarded(() => {
        if (opener) runs.open(opener, route, false, play);
      });
      enter();
    },
    changed: draw,
  });

  const retry = () => tryAgain(() => void openLater(true));

  const leave = (next: Route) => {
    runs.close();
    route = next;
    pages.show(route);
    room.close();
  };

  /** Something of the course or of the previews has arrived, or is another than before. */
  const arrived = () => {
    const loaded = course.loaded();
    applyBrand(loaded.course);
    const [first] = straight ? playable(loaded) : [];
    guarded(() => {
      if (first) moveTo({ name: 'level', level: first.id });
      const followed = runs.follow();
      if (followed) moveTo(followed);
      if (openLevel(false)) document.title = title();
    });
    if (loaded.course) language.followCourse();
    draw();
    findWords();
  };

  /** What is wrong with a file is said in words that come only when there is something to say. */
  const findWords = () => {
    if (started && hasProblems(course.loaded())) loadAllTexts().then(draw, () => null);
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

  const course = openCourseLoader(sources, () => [language.now()], arrived);
  const previews = openPreviews();
  const runs = openCurrentRun({
    root,
    draw,
    enter,
    openSettings: () => room.open(),
    course: () => course.loaded(),
    previews,
  });
  const language = openPageLanguage(
    () => course,
    () => runs.retell(),
  );
  const author = openAuthorTools({ course, previews, plays, draw, added, closed: backToScreen });

  const room = settingsController(
    draw,
    (tag) => void language.speak(tag),
    () => {
      leave({ name: 'home' });
      location.hash = hashOf(route);
    },
    () => languagesOf(course.loaded().course),
  );

  /** The settings are others than before, by another tab or because all was erased. */
  const settingsChanged = () => {
    applySettings(settings.get());
    language.followSettings();
  };

  const pages = openCurrentPage(
    {
      loaded: countedCourse(sources, course, draw),
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

  listenForHelp(() => runs.now()?.act().fields?.() ?? null);
  if (route.name === 'level' || straight) void door.load();
  const filled = course.fill();
  applySettings(settings.get());
  await setLanguage(language.now());
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
  onUncaughtError(() => {
    if (trouble) return;
    trouble = true;
    draw();
  });
  onProgress((erased) => {
    settingsChanged();
    if (erased && runs.now()) {
      // What another tab has erased must not be written again by the level that is open here.
      leave({ name: 'home' });
      location.hash = hashOf(route);
    }
    draw();
  });
  onLanguageChange(() => {
    runs.now()?.act().relabel?.();
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
    prefetchCanvas();
  });
}
