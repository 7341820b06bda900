import type { Page } from '@playwright/test';
import { bestRouting } from '../../src/engine/analysis/analysis.ts';
import { checkLevelFiles } from '../../src/levels/check.ts';
import { campaignLevel } from '../engine/levels.ts';
import { expect, test } from './fixtures.ts';
import { writeLevel, type LevelWriter } from './level-writer.ts';

/** The most clicks and typed fields of a first level, which is ten minutes' work. */
const FIRST_LEVEL = 120;

/** Levels of the course, each written in the page alone: what it says of its people and of its email. */
const LEVELS: Readonly<Record<string, (write: LevelWriter) => Promise<void>>> = {
  async 'cv-to-rivals'(write) {
    await write.person('Northwind', { kind: 'office', needs: 'act' });
    await write.person('Southgale', { kind: 'office', needs: 'act' });
    await write.person('Dr Ines Maro', { needs: 'act', seen: true });
    await write.person('Kim Adler', { needs: 'nothing' });
    await write.mail({ subject: 'My application', body: 'Dear team, I want to build ships.', sensitivity: 2 });
    await write.share('recognise', ['Northwind', 'Southgale']);
    await write.share('know', ['Northwind', 'Ines Maro']);
    await write.share('know', ['Southgale', 'Ines Maro']);
    await write.ccOnSeparate();
    await write.lesson('separate-mails', 'Two rivals, two emails.');
  },
  async 'survey-mailing'(write) {
    await write.person('1,136 victims', { kind: 'crowd', count: 1136, needs: 'act' });
    await write.person('Sam Reed', { needs: 'know', authorised: true });
    await write.mail({ subject: 'How did we do?', body: 'You reported a crime. How did we do?', sensitivity: 3 });
    await write.lesson('list-is-secret', 'The list says who reported a crime.');
  },
  async 'outage-thread'(write) {
    await write.person('Ada', { needs: 'act' });
    await write.person('Bo', { needs: 'act' });
    await write.person('Cem', { needs: 'act' });
    await write.person('Lee, the lead', { needs: 'know', seen: true });
    await write.mail({ subject: 'The shop is down', body: 'Who looks at what?', sensitivity: 0 });
    await write.share('answer', ['Ada', 'Bo', 'Cem']);
    await write.share('know', ['Ada', 'Bo', 'Cem', 'Lee']);
    await write.lesson('reply-decides', 'They have to see what the others do.');
  },
  async introduction(write) {
    await write.person('Ana Pol', { needs: 'act' });
    await write.person('Ben Ray', { needs: 'act' });
    await write.mail({ subject: 'Ana, meet Ben', body: 'You both said yes to this.', sensitivity: 1 });
    await write.share('answer', ['Ana Pol', 'Ben Ray']);
    await write.lesson('reply-decides', 'They want to meet each other.');
  },
  async 'visible-manager'(write) {
    await write.person('Jo Marsh', { needs: 'act' });
    await write.person('Vic Stone, manager', { needs: 'know', seen: true });
    await write.person('The team', { kind: 'crowd', count: 9, needs: 'nothing' });
    await write.mail({ subject: 'Your new desk', body: 'Your desk is ready on Monday.', sensitivity: 2 });
    await write.share('know', ['Jo Marsh', 'Vic Stone']);
    await write.lesson('count-contexts', 'Jo knows that the manager gets it.');
  },
  async 'right-sam'(write) {
    await write.person('Sam Okoro, patient', { needs: 'nothing' });
    await write.person('Sam Ortiz, nurse', { needs: 'act', authorised: true });
    await write.mail({ subject: 'Tonight’s list', body: 'Bed 4 needs a check at nine.', sensitivity: 3 });
    await write.suggestion('sam', 'Sam Okoro, patient', 'Sam Ortiz');
    await write.lesson('check-expansion', 'The first suggestion is another Sam.');
  },
};

async function written(page: Page, name: string): Promise<{ text: string; actions: number }> {
  const write = await writeLevel(page);
  await write.story({
    title: `A copy of ${name}`,
    summary: 'Written in the page.',
    briefing: 'You are at work, and this email has to go out.',
    sender: 'Robin Hale',
  });
  await LEVELS[name]?.(write);
  return { text: await write.save(), actions: write.actions() };
}

for (const name of Object.keys(LEVELS)) {
  test(`${name} is written in the page, passes the check and is as good as the shipped level @thorough`, async ({
    page,
  }) => {
    const { text, actions } = await written(page, name);
    const { level, problems } = checkLevelFiles({ file: `a-copy-of-${name}.json`, text, translations: [] }, ['en']);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(level && bestRouting(level).outcome.score).toBeGreaterThanOrEqual(
      bestRouting(campaignLevel(name)).outcome.score,
    );
    expect(actions).toBeLessThanOrEqual(FIRST_LEVEL);
  });
}
