import { language, onLanguageChange, t } from '../../i18n/index.ts';
import { levelNote } from '../../screens/parts/note.ts';
import { tryAgain } from '../play/canvas.ts';
import type { PracticeName } from '../practice/practices.ts';
import type { PracticeRun } from '../practice/practice-page.ts';
import type { PageContext, PageController } from './page-controller.ts';

/** A page where composed emails are played. What composes and plays them comes with the first of these pages, and not before. */
export function practicePage(name: PracticeName, around: PageContext): PageController {
  let run: PracticeRun | null = null;
  let failed = false;
  let closed = false;

  const toldIn = async (tag: string) => {
    const { loadSituationWords } = await import('../../i18n/situations.ts');
    return { tag, words: await loadSituationWords(tag) };
  };

  const load = async () => {
    try {
      const [told, { practiceRun }, { PRACTICES }] = await Promise.all([
        toldIn(language()),
        import('../practice/practice-page.ts'),
        import('../practice/practices.ts'),
        import('../practice/style.ts'),
      ]);
      if (closed) return;
      failed = false;
      run = practiceRun(PRACTICES[name](around), told, around);
    } catch {
      failed = true;
    }
    around.enter();
  };
  void load();

  const stopFollowing = onLanguageChange(() => {
    void toldIn(language()).then(
      (told) => {
        run?.retell(told);
        around.draw();
      },
      // Without a network the situation stays as it is, in the language before.
      () => null,
    );
  });

  return {
    screen: () =>
      run?.screen() ??
      (failed ? levelNote('page-failed', [], () => tryAgain(() => void load())) : levelNote('loading', [])),
    title: () => run?.title() ?? t(`${name}.title`),
    drawn: () => run?.drawn(),
    fields: () => run?.fields() ?? null,
    close() {
      closed = true;
      stopFollowing();
      run?.close();
    },
  };
}
