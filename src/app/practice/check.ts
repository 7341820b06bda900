import { CHECK_SEEDS, composeCheck, EMAILS_A_CHECK } from '../../engine/compose/index.ts';
import { discern, NOTHING_ASKED } from '../../engine/index.ts';
import { t } from '../../i18n/index.ts';
import type { CheckedEmail, CheckForm, CheckResult, CheckTime } from '../../progress/check-result.ts';
import { loadCheck, saveCheck } from '../../progress/composed.ts';
import { checkResultScreen } from '../../screens/practice/check-result.ts';
import { noteScreen } from '../../screens/practice/note.ts';
import type { PageContext } from '../pages/page-controller.ts';
import { scoreOf } from '../course/passing.ts';
import { readSession } from '../course/session-link.ts';
import type { Screen } from '../play/screen-controller.ts';
import { saveFile } from '../shell/save-file.ts';
import { checkFile, checkTable } from './check-file.ts';
import type { Practice } from './practice-page.ts';
import { resultOf, type Round } from './round.ts';
import { factsOfRound } from './saved-round.ts';

const formOfSeed = (seed: string): CheckForm => (seed === CHECK_SEEDS.b ? 'b' : 'a');

/** Returns the forms for before and after: those of the link, unless the first check has already been taken. */
function formFor(time: CheckTime): CheckForm {
  const first = loadCheck('before')?.form ?? (readSession(location.search).check === '2' ? 'b' : 'a');
  return time === 'before' ? first : first === 'a' ? 'b' : 'a';
}

/** The check of eight emails before the first level, and of eight others after the course: no help, and no score in between. */
export function beforeAndAfter({ loaded, openSettings }: Pick<PageContext, 'loaded' | 'openSettings'>): Practice {
  const course = () => scoreOf(loaded());
  const ended = () => course().of > 0 && course().finished === course().of;
  const time: CheckTime = loadCheck('before') || ended() ? 'after' : 'before';

  const record = (skipped: boolean, round: Round | null): void =>
    saveCheck(time, {
      form: formFor(time),
      at: Date.now(),
      skipped,
      finished: course().finished,
      discernment: round ? resultOf(round).discernment : NOTHING_ASKED,
      facts: round ? factsOfRound(round.situations) : '',
      emails: round ? emailsOf(round) : [],
    });

  const results = (): Screen => {
    const checks = { before: loadCheck('before'), after: loadCheck('after') };
    return checkResultScreen(
      { before: answeredIn(checks.before), after: answeredIn(checks.after) },
      {
        saveJson: () => saveFile('blind-copy-check.json', 'application/json', [checkFile(checks)]),
        saveTable: () => saveFile('blind-copy-check.csv', 'text/csv;charset=utf-8', [checkTable(checks)]),
        openSettings,
      },
    );
  };

  /** Between the two checks there is no result, because it would change how people play. */
  const thanks = (): Screen =>
    noteScreen({ title: t('check.thanks'), text: t('check.thanks-text'), onward: t('check.to-course') }, openSettings);

  const ending = () => (loadCheck('after') ? results() : thanks());

  return {
    name: time,
    title: () => t(loadCheck('after') ? 'check.title' : `check.title-${time}`),
    lead: () => [
      t('check.lead', { count: EMAILS_A_CHECK }),
      t(`check.then.${time}`),
      t(import.meta.env.PACKAGE ? 'check.goes' : 'check.stays'),
    ],
    clock: false,
    renews: false,
    tells: false,
    replays: 'none',
    helps: false,
    compose: (seed, language) => composeCheck(formOfSeed(seed), language),
    seed: () => CHECK_SEEDS[formFor(time)],
    continues: (seed) => seed === CHECK_SEEDS[formFor(time)],
    played() {
      if (loadCheck('after')) return results();
      return time === 'after' && !ended() ? thanks() : null;
    },
    skip() {
      record(true, null);
      location.hash = '#/';
    },
    sent(round) {
      if (round.sent.length === round.situations.length) record(false, round);
    },
    end: ending,
  };
}

const answeredIn = (result: CheckResult | null) => (result && !result.skipped ? result.discernment : null);

function emailsOf({ situations, sent }: Round): CheckedEmail[] {
  return sent.flatMap(({ level, play }, index) => {
    const skeleton = situations[index]?.skeleton;
    if (!skeleton) return [];
    return [{ ...skeleton, score: play.outcome.score, discernment: discern(level, play.routing) }];
  });
}
