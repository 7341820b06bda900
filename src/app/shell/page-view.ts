import { drawFailure, drawPage, type PageActions, type PageModel } from '../../screens/page.ts';
import { t } from '../../i18n/index.ts';
import { enterScreen, focusHeading, openDialogs } from './focus.ts';
import { hashOf } from './routes.ts';

/** What the page shows now. */
export interface PageContent {
  readonly model: () => PageModel;
  readonly actions: PageActions;
  /** The name of the screen; undefined where the name of the game is enough. */
  readonly title: () => string | undefined;
  /** The page has been drawn. */
  readonly drawn: () => void;
}

/** Draws the whole page from the state of the app after each change; only differences touch the DOM. */
export interface PageView {
  /** Draws what is shown now; nothing before `open`. */
  readonly draw: () => void;
  /** Draws another screen, and moves title and focus to it. */
  readonly enter: () => void;
  /** Updates the title. */
  retitle(): void;
  /** Moves the focus to the heading if the focused element has gone. */
  restoreFocus(): void;
  /** Runs a function that may fail; a failure replaces the page, and nothing is drawn after it. */
  guard(action: () => void): void;
  isOpen(): boolean;
  /** Begins to draw. */
  open(content: PageContent): void;
}

/** @param root the element that holds the page */
export function createPageView(root: HTMLElement): PageView {
  let content: PageContent | null = null;
  let broken = false;
  let drawing = false;
  let drawAgain = false;

  const guard = (action: () => void) => {
    if (broken) return;
    try {
      action();
    } catch (error) {
      broken = true;
      drawFailure(root, FAILURE_ACTIONS);
      // The browser's console has the reason for those who look for it.
      reportError(error);
    }
  };

  const drawOnce = ({ model, actions, drawn }: PageContent) => {
    // A busy browser may have taken the focus from a dialog that it has closed already.
    const focusable = [document.activeElement, ...root.querySelectorAll('dialog[data-modal]')];
    drawPage(root, model(), actions);
    openDialogs(root);
    drawn();
    // What had the focus has done its job and is gone. If the focus has nowhere else to go, reading continues at the
    // heading.
    const gone = focusable.some((element) => element?.isConnected === false);
    if (gone && document.activeElement === document.body) focusHeading(root);
  };

  const draw = () => {
    drawAgain = true;
    const shown = content;
    // Removing a focused button sends events that may ask for another drawing, which waits for its turn.
    if (drawing || !shown) return;
    drawing = true;
    while (drawAgain) {
      drawAgain = false;
      guard(() => drawOnce(shown));
    }
    drawing = false;
  };

  const title = () => {
    const screen = content?.title();
    return screen === undefined ? t('app.title') : t('app.title-of', { screen });
  };

  return {
    draw,
    enter() {
      draw();
      enterScreen(root, title());
    },
    retitle() {
      document.title = title();
    },
    restoreFocus() {
      if (document.activeElement === document.body) enterScreen(root, title());
    },
    guard,
    isOpen: () => content !== null,
    open(next) {
      content = next;
      document.title = title();
      draw();
    },
  };
}

const FAILURE_ACTIONS = {
  reload: () => location.reload(),
  home() {
    location.hash = hashOf({ name: 'home' });
    location.reload();
  },
};
