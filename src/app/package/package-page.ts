import '../../screens/package/package.css';
import { announce } from '../../access/announce.ts';
import { language, onLanguageChange } from '../../i18n/index.ts';
import { loadPackageTexts, packageText } from '../../i18n/package-texts.ts';
import type { Trace } from '../../lms/open-platform.ts';
import type { Reporting, Visit, VisitState } from '../../lms/visit.ts';
import type { TemplateResult } from '../../screens/page.ts';
import { debugView } from '../../screens/package/debug.ts';
import { finishedDialog } from '../../screens/package/finished.ts';
import { printNotice, recordingNotice } from '../../screens/package/notice.ts';
import { findLevel, levelIn, type LoadedCourse } from '../course/loaded-course.ts';
import { checkReport } from './check-report.ts';
import { courseReport } from './course-report.ts';
import { printOrElse } from './print.ts';
import { watchReload } from './reload.ts';
import type { playReport } from './play-report.ts';

/** The parts that a package adds to the page: reports, notices about them, and the button that ends the visit. */
export interface PackagePage {
  readonly visit: Visit;
  /** Loads the texts of packages in the current language. */
  readonly loadTexts: () => Promise<void>;
  /**
   * Begins to report.
   *
   * @param loaded returns the part of the course that has arrived
   * @param draw draws the page again
   * @param filled resolves when the whole course has arrived, because an incomplete course is not reported
   */
  readonly follow: (loaded: () => LoadedCourse, draw: () => void, filled: Promise<void>) => void;
  /** Prints the page, or says why it cannot. */
  readonly print: () => void;
  /** Returns the dialogs and notices over the screen. */
  readonly over: () => readonly (TemplateResult | null)[];
}

/** @param trace the calls of the platform; null without the debug view */
export function openPackagePage(visit: Visit, trace: Trace | null): PackagePage {
  let draw = () => {};
  let report: typeof playReport | null = null;
  let read: VisitState | null = null;
  let ending: 'no' | 'ending' | 'ended' | 'unrecorded' | 'failed' = 'no';
  let noPrint = false;
  let following: Promise<unknown> = Promise.resolve();

  const tellNoPrint = (told: boolean) => {
    noPrint = told;
    draw();
  };

  const finish = async () => {
    if (ending === 'ending') return;
    ending = 'ending';
    // Before the course has arrived, as after a reload, there is nothing yet that could report it.
    await following;
    const recorded = visit.state() === 'stored' || visit.state() === 'lost' || visit.state() === 'signed-out';
    const returnTo = await visit.finish();
    if (returnTo !== null) return location.assign(returnTo);
    const state = visit.state();
    if (state === 'ended') ending = recorded ? 'ended' : 'unrecorded';
    else ending = state === 'lost' || state === 'signed-out' ? 'failed' : 'no';
    // Without a platform, the notice appears again.
    read = null;
    draw();
  };

  const stillHere = (error: unknown) => {
    // The button must work again.
    ending = 'no';
    draw();
    reportError(error);
  };

  const followPage = () => {
    document.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('[data-finish]')) void finish().catch(stillHere);
    });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') visit.hidden();
    });
  };
  const isReloading = watchReload(globalThis.window);
  // `pagehide` always fires, while browsers and platforms forbid `unload`. The page may close before the course arrives.
  addEventListener('pagehide', () => visit.closed(isReloading()));
  addEventListener('pageshow', ({ persisted }) => {
    // If the page returns from the back/forward cache, its session has ended.
    if (persisted) location.reload();
  });

  return {
    visit,
    async loadTexts() {
      await loadPackageTexts(language());
      onLanguageChange(() => void loadPackageTexts(language()).then(() => draw()));
    },
    follow(loaded, drawNow, filled) {
      draw = drawNow;
      followPage();
      trace?.onCall(() => draw());
      visit.onChange(() => {
        const state = visit.state();
        if (state === 'stored') announce(packageText('notice.stored'));
        read = null;
        draw();
      });
      // Reading a play needs the engine, which is loaded later.
      void import('./play-report.ts').then((module) => {
        report = module.playReport;
      });
      const reporting: Reporting = {
        course: (gauges, place) => courseReport(loaded(), gauges, place),
        play(level, saved, seconds, at) {
          const entry = findLevel(loaded(), level);
          const played = entry ? levelIn(loaded(), entry.file) : null;
          return played && report ? report(played, saved, seconds, at) : null;
        },
        check: checkReport,
      };
      following = filled.then(() => visit.follow(reporting));
    },
    print: () => printOrElse(() => tellNoPrint(true)),
    over() {
      const state = visit.state();
      const close = () => {
        ending = 'no';
        draw();
      };
      const noticed = () => {
        read = state;
        draw();
      };
      return [
        ending !== 'no' && ending !== 'ending'
          ? finishedDialog(ending, {
              close,
              retry: () => void finish().catch(stillHere),
              canClose: globalThis.opener !== null,
            })
          : null,
        state === 'stored' || state === read || (state === 'ended' && ending !== 'no')
          ? null
          : recordingNotice(state, { noticed, tryAgain: visit.tryAgain }),
        trace ? debugView(trace.calls) : null,
        noPrint ? printNotice(() => tellNoPrint(false)) : null,
      ];
    },
  };
}
