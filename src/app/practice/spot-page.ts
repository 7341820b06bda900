import {
  composeSpot,
  possiblyBlind,
  rightField,
  type Language,
  type SpotQuestion,
} from '../../engine/compose/index.ts';
import { simulate } from '../../engine/index.ts';
import { t } from '../../i18n/index.ts';
import { copyPages, type CopyPage } from '../../screens/copy/pages.ts';
import { noteScreen } from '../../screens/practice/note.ts';
import { spotScreen, type SpotAnswer } from '../../screens/practice/spot.ts';
import { startScreen } from '../../screens/practice/start.ts';
import type { PageContext } from '../pages/page-controller.ts';
import type { PracticeRun } from './practice-page.ts';

/** How many screens a round shows. */
const SCREENS = 8;

/** A round of screens to read: where the others were put, and what cannot be known. */
export function spotRun(
  told: Language,
  around: Pick<PageContext, 'root' | 'draw' | 'enter' | 'openSettings'>,
): PracticeRun {
  let language = told;
  let seed = '';
  let questions: readonly SpotQuestion[] = [];
  let number = 0;
  let right = 0;
  let state: 'start' | 'asking' | 'told' | 'end' = 'start';
  let answer: SpotAnswer = { field: null, blind: [] };

  const question = () => questions[number];

  const start = () => {
    seed = String(Date.now());
    questions = composeSpot(seed, language, SCREENS);
    number = 0;
    right = 0;
    ask();
  };

  const ask = () => {
    answer = { field: null, blind: [] };
    state = 'asking';
    around.enter();
  };

  const tell = () => {
    const asked = question();
    if (!asked || state !== 'asking') return;
    if (isRight(asked, answer)) right += 1;
    state = 'told';
    around.draw();
    around.root.querySelector<HTMLElement>('[data-spot-verdict]')?.focus();
  };

  const onward = () => {
    number += 1;
    if (question()) ask();
    else {
      state = 'end';
      around.enter();
    }
  };

  const title = () => t(state === 'end' ? 'spot.end' : 'spot.title', { right, of: SCREENS });

  return {
    screen() {
      const asked = question();
      if (state === 'start') {
        return startScreen(
          {
            title: t('spot.title'),
            lead: [t('spot.lead', { count: SCREENS })],
            clock: null,
            waiting: null,
            renews: true,
            skips: false,
          },
          { start, goOn: start, skip: start, setClock: () => {}, openSettings: around.openSettings },
        );
      }
      const page = asked && pageOf(asked);
      if (!asked || !page) {
        return noteScreen(
          { title: title(), text: t('spot.end-text'), onward: t('check.to-course'), again: start },
          around.openSettings,
        );
      }
      return spotScreen(
        {
          question: asked,
          page,
          number: number + 1,
          of: SCREENS,
          answer,
          verdict:
            state === 'told'
              ? { right: isRight(asked, answer), field: rightField(asked), blind: possiblyBlind(asked) }
              : null,
        },
        {
          choose(field) {
            answer = { ...answer, field };
            around.draw();
          },
          tick(card, on) {
            answer = { ...answer, blind: [...answer.blind.filter((id) => id !== card), ...(on ? [card] : [])] };
            around.draw();
          },
          answer: tell,
          onward,
          openSettings: around.openSettings,
        },
      );
    },
    title,
    drawn: () => {},
    fields: () => null,
    retell(next) {
      language = next;
      if (seed !== '') questions = composeSpot(seed, language, SCREENS);
    },
    close: () => {},
  };
}

/** True for the right answer: of several cards, all that can have been in Bcc and no others. */
function isRight(question: SpotQuestion, { field, blind }: SpotAnswer): boolean {
  if (question.kind !== 'bcc') return field === rightField(question);
  const wanted = possiblyBlind(question);
  return wanted.length === blind.length && wanted.every((id) => blind.includes(id));
}

/** The screen as a mail program shows it: without the marks that would give the answer away. */
function pageOf({ level, placement, reader }: SpotQuestion): CopyPage | null {
  const routing = { email: placement };
  const place = copyPages(level, routing, simulate(level, routing), { contact: reader, index: 0, mail: 'email' });
  if (!place?.page) return null;
  const plain = <Entry extends { readonly stranger: boolean }>(entries: readonly Entry[]) =>
    entries.map((entry) => ({ ...entry, stranger: false }));
  return { ...place.page, to: plain(place.page.to), cc: plain(place.page.cc) };
}
