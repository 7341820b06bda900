import type { Language } from '../../engine/compose/index.ts';
import { language, loadAllTexts, onLanguageChange, t } from '../../i18n/index.ts';
import { onProgress } from '../../progress/index.ts';
import { levelNote } from '../../screens/parts/note.ts';
import { tryAgain } from '../play/canvas.ts';
import type { PracticeRun } from '../practice/practice-page.ts';
import type { PageContext, PageController } from './page-controller.ts';

export type PracticeName = 'day' | 'today' | 'refresh' | 'check' | 'spot';

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
      const [told, open] = await Promise.all([
        toldIn(language()),
        name === 'spot' ? opensSpot() : opensRound(name),
        import('../practice/style.ts'),
        loadAllTexts('practice'),
      ]);
      if (closed) return;
      failed = false;
      run = open(told, around);
    } catch {
      failed = true;
    }
    around.enter();
  };
  void load();

  // The round must not write back what another tab has erased.
  const stopWatching = onProgress((erased) => {
    if (erased) location.hash = '#/';
  });

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
    title: () => run?.title() ?? t('home.practice-title'),
    drawn: () => run?.drawn(),
    fields: () => run?.fields() ?? null,
    close() {
      closed = true;
      stopFollowing();
      stopWatching();
      run?.close();
    },
  };
}

type OpenRun = (told: Language, around: PageContext) => PracticeRun;

async function opensRound(name: Exclude<PracticeName, 'spot'>): Promise<OpenRun> {
  const [{ practiceRun }, { PRACTICES }] = await Promise.all([
    import('../practice/practice-page.ts'),
    import('../practice/practices.ts'),
  ]);
  return (told, around) => practiceRun(PRACTICES[name](around), told, around);
}

async function opensSpot(): Promise<OpenRun> {
  return (await import('../practice/spot-page.ts')).spotRun;
}
