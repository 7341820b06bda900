import { compose, composeDay, type OccasionName } from '../../engine/compose/index.ts';
import { t } from '../../i18n/index.ts';
import { loadDaily, loadRound, saveDaily, savePractised } from '../../progress/composed.ts';
import { dateOf } from '../../progress/daily.ts';
import { loadProgress, refresherFor } from '../../progress/index.ts';
import type { PracticeName } from '../pages/practice.ts';
import { endScreen } from '../../screens/practice/end.ts';
import { shareBox } from '../../screens/practice/share.ts';
import { copyText } from '../shell/save-file.ts';
import type { PageContext } from '../pages/page-controller.ts';
import { beforeAndAfter } from './check.ts';
import { resultOf, type Round } from './round.ts';
import { shareLine } from './share-line.ts';
import type { Practice } from './practice-page.ts';

/** Enough emails for three to five minutes. */
const EMAILS_A_DAY = 8;
/** How many emails refresh one rule. */
const EMAILS_A_RULE = 3;

type Around = Pick<PageContext, 'draw' | 'loaded' | 'openSettings'>;

/** The kinds of practice. They read the clock and pass it to the engine as a seed, because the engine has no clock. */
export const PRACTICES: Readonly<Record<Exclude<PracticeName, 'spot'>, (around: Around) => Practice>> = {
  day: aDay,
  today: emailOfTheDay,
  refresh: refresher,
  check: beforeAndAfter,
};

const freshSeed = () => String(Date.now());

const emailsOf = (round: Round) =>
  round.sent.map(({ level, play: { outcome } }) => ({
    title: level.title,
    score: outcome.score,
    stars: outcome.stars,
  }));

function aDay({ openSettings }: Around): Practice {
  return {
    name: 'day',
    title: () => t('day.title'),
    lead: () => [t('day.lead', { count: EMAILS_A_DAY })],
    clock: true,
    renews: true,
    tells: true,
    replays: 'worst',
    helps: true,
    continues: () => true,
    compose: (seed, language) => composeDay(seed, language, EMAILS_A_DAY),
    seed: freshSeed,
    played: () => null,
    sent: () => {},
    end: (round, again) =>
      endScreen({
        title: t('day.end'),
        ...resultOf(round),
        emails: emailsOf(round),
        more: null,
        again,
        openSettings,
      }),
  };
}

function emailOfTheDay({ draw, openSettings }: Around): Practice {
  const date = dateOf(new Date());
  let copied = false;
  const played = () => {
    const daily = loadDaily();
    if (daily?.date !== date) return null;
    const line = shareLine(daily);
    const copy = async () => {
      copied = await copyText(line);
      draw();
    };
    return endScreen({
      title: t('today.end', { date }),
      ...daily,
      emails: [],
      more: shareBox({ line, copied, streak: daily.streak }, () => void copy()),
      again: null,
      openSettings,
    });
  };
  return {
    name: 'today',
    title: () => t('today.title'),
    lead: () => [t('today.lead', { date })],
    clock: false,
    renews: false,
    tells: false,
    replays: 'last',
    helps: true,
    continues: (seed) => seed === date,
    compose: (seed, language) => [compose(seed, language, { id: 'email-1' })],
    seed: () => date,
    played,
    sent(round) {
      const { score, stars, discernment } = resultOf(round);
      saveDaily({ date, score, stars, discernment }, Date.now());
    },
    end: (round) =>
      played() ??
      endScreen({ title: t('today.title'), ...resultOf(round), emails: [], more: null, again: null, openSettings }),
  };
}

/** Returns the rule that is due for practice; null when none is. */
function dueRule() {
  const { practices } = loadProgress();
  const rules = Object.keys(practices) as (keyof typeof practices)[];
  const composed = rules.map((rule) => ({ level: '', rule, playedAt: null }));
  return refresherFor(practices, composed, Date.now())?.rule ?? null;
}

function refresher({ openSettings }: Around): Practice {
  let rule = loadRound('refresh')?.rule ?? dueRule() ?? 'list-is-secret';
  const name = () => t(`rule.${rule}.name`);
  return {
    name: 'refresh',
    title: () => t('refresh.title'),
    lead: () => [t('refresh.lead', { rule: name(), count: EMAILS_A_RULE })],
    clock: false,
    renews: true,
    tells: true,
    replays: 'worst',
    helps: true,
    continues: () => true,
    rule: () => rule,
    compose(seed, language) {
      const used = new Set<string>();
      const notAbout: OccasionName[] = [];
      return Array.from({ length: EMAILS_A_RULE }, (_, index) => {
        const number = String(index + 1);
        const situation = compose(`${seed} ${number}`, language, { id: `email-${number}`, rule, used, notAbout });
        notAbout.push(situation.skeleton.occasion);
        return situation;
      });
    },
    seed() {
      rule = dueRule() ?? rule;
      return freshSeed();
    },
    played: () => null,
    sent(round) {
      if (round.sent.length < round.situations.length) return;
      savePractised(rule, resultOf(round).stars, Date.now());
    },
    end: (round, again) =>
      endScreen({ title: name(), ...resultOf(round), emails: emailsOf(round), more: null, again, openSettings }),
  };
}
