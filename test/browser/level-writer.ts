import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';

type Kind = 'person' | 'crowd' | 'office';

interface PersonFacts {
  readonly kind?: Kind;
  readonly count?: number;
  readonly needs?: 'act' | 'know' | 'may' | 'nothing';
  readonly seen?: boolean;
  readonly authorised?: boolean;
}

interface MailFacts {
  readonly subject: string;
  readonly body: string;
  readonly sensitivity: 0 | 1 | 2 | 3;
}

/** Writes a level in the workshop, as an author does: with clicks and words, each of which is counted. */
export interface LevelWriter {
  /** How many clicks and typed fields it took so far. */
  readonly actions: () => number;
  readonly story: (facts: { title: string; summary: string; briefing: string; sender: string }) => Promise<void>;
  readonly person: (name: string, facts?: PersonFacts) => Promise<void>;
  readonly mail: (facts: MailFacts) => Promise<void>;
  readonly share: (tie: 'know' | 'recognise' | 'answer', names: readonly string[]) => Promise<void>;
  /** Opens the traps of the first email. */
  readonly ccOnSeparate: () => Promise<void>;
  readonly suggestion: (typed: string, first: string, then: string) => Promise<void>;
  readonly lesson: (rule: string, why: string) => Promise<void>;
  /** Saves the level and returns the text of its file. */
  readonly save: () => Promise<string>;
}

/** Begins an empty level. */
export async function writeLevel(page: Page): Promise<LevelWriter> {
  let actions = 0;
  let people = 0;
  let circles = 0;
  const click = async (target: Locator) => {
    await target.click();
    actions += 1;
  };
  const type = async (at: string, text: string) => {
    await page.locator(`#at-${at}`).fill(text);
    await page.locator(`#at-${at}`).blur();
    actions += 1;
  };
  const section = async (name: string) => {
    const button = page.locator(`[data-section="${name}"]`);
    if ((await button.getAttribute('aria-current')) === null) await click(button);
  };
  const tickIn = (field: string, name: string) =>
    click(page.locator(`fieldset:has(#at-${field}) label`, { hasText: name }).first());

  await page.goto('./#/workshop');
  const start = page.locator('[data-start]');
  if ((await start.getAttribute('open')) === null) await click(start.locator('summary'));
  await click(page.locator('[data-start-empty]'));

  return {
    actions: () => actions,
    async story({ title, summary, briefing, sender }) {
      await section('story');
      await type('title', title);
      await type('summary', summary);
      await type('briefing', briefing);
      await type('sender-name', sender);
    },
    async person(name, { kind = 'person', count, needs = 'know', seen, authorised } = {}) {
      await section('people');
      const at = `contacts-${String(people)}`;
      people += 1;
      await click(page.locator(`[data-add="${kind}"]`));
      await type(`${at}-name`, name);
      if (count !== undefined) await type(`${at}-people`, String(count));
      if (needs !== 'know') await click(page.locator(`input[name="at-${at}-needs"][value="${needs}"]`));
      if (seen) await click(page.locator(`#at-${at}-mustBeSeen`));
      if (authorised) await click(page.locator(`#at-${at}-authorised`));
    },
    async mail({ subject, body, sensitivity }) {
      await section('mails');
      const add = page.locator('[data-add="mail"]');
      const [first] = await page.locator('[data-card^="mail-"]').all();
      await click(first ? first.locator('summary').first() : add);
      await type('mails-0-subject', subject);
      await type('mails-0-body', body);
      await click(page.locator(`input[name="at-mails-0-sensitivity"][value="${String(sensitivity)}"]`));
    },
    async share(tie, names) {
      await section('shared');
      const at = `circles-${String(circles)}`;
      circles += 1;
      await click(page.locator('[data-add="circle"]'));
      for (const name of names) await tickIn(`${at}-members`, name);
      if (tie !== 'know') await click(page.locator(`input[name="at-${at}-bond"][value="${tie}"]`));
    },
    async ccOnSeparate() {
      await section('traps');
      await click(page.locator('[data-card="traps-0"] summary').first());
      await click(page.locator('#at-mails-0-ccOnSeparate'));
    },
    async suggestion(typed, first, then) {
      await section('traps');
      await click(page.locator('[data-card="traps-0"] summary').first());
      await click(page.locator('[data-add="suggestion"]'));
      await type('mails-0-suggestions-0-typed', typed);
      await page.locator('#at-mails-0-suggestions-0-contacts').selectOption({ label: first });
      actions += 1;
      await tickIn('mails-0-suggestions-0-contacts-more', then);
    },
    async lesson(rule, why) {
      await section('lesson');
      await click(page.locator(`input[name="at-lesson-rule"][value="${rule}"]`));
      await type('lesson-why', why);
    },
    async save() {
      await section('share');
      const download = page.waitForEvent('download');
      await click(page.locator('[data-save-level]'));
      const path = await (await download).path();
      return readFileSync(path, 'utf8');
    },
  };
}
