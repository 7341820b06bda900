import type { Page } from '@playwright/test';
import { deskReady, keepAtFirst } from './player.ts';

/**
 * A level with everything that a desk can have: a thread, external people, a list in a list, an `instead` tray, an
 * address line.
 */
export const STATUS = {
  format: 2,
  id: 'status-thread',
  title: 'The outage',
  summary: 'Answer a thread about an outage.',
  minutes: 2,
  briefing: 'You work for an operator. Your team fixes an outage.',
  sender: { name: 'Robin Hale', address: 'robin.hale@operator.example' },
  contacts: [
    { id: 'kim', name: 'Kim Ito', address: 'kim.ito@operator.example', needs: 'act', about: 'She leads the repair.' },
    { id: 'lee', name: 'Lee Novak', address: 'lee.novak@operator.example', needs: 'know', about: 'He is on call.' },
    {
      id: 'customer',
      name: 'Dana Cole, Harbour Hotel',
      address: 'dana.cole@hotel.example',
      needs: 'nothing',
      about: 'Her hotel is offline. She asked what is going on.',
    },
    {
      id: 'all-staff',
      name: 'All staff',
      address: 'all-staff@operator.example',
      kind: 'list',
      members: ['kim', 'lee', 'contractors'],
      needs: 'nothing',
      about: 'Everyone who works here.',
    },
    {
      id: 'contractors',
      name: 'Contractors',
      address: 'contractors@operator.example',
      kind: 'list',
      members: ['nora'],
      needs: 'nothing',
    },
    { id: 'nora', name: 'Nora Weiss', address: 'nora@weiss-cabling.example', needs: 'nothing' },
    {
      id: 'sam-okoro',
      name: 'Sam Okoro',
      address: 'sam.okoro@mail.example',
      needs: 'nothing',
      about: 'A customer who wrote last week.',
    },
    {
      id: 'sam-ortiz',
      name: 'Sam Ortiz',
      address: 'sam.ortiz@operator.example',
      needs: 'act',
      about: 'He writes the report.',
    },
    { id: 'samira', name: 'Samira Aydin', address: 'samira.aydin@operator.example', needs: 'know' },
  ],
  received: [
    {
      id: 'alarm',
      from: 'kim',
      to: ['lee'],
      subject: 'Line 4 is down',
      body: 'Line 4 is down since nine.\n\nLee, you are on call tonight.',
      sensitivity: 1,
    },
  ],
  mails: [
    {
      id: 'answer',
      subject: 'Re: Line 4 is down',
      body: 'Hello,\n\nThe spare part is here. We start at noon.\n\nRobin',
      sensitivity: 1,
      fields: ['to', 'cc', 'bcc', 'separate', 'instead'],
      contacts: ['kim', 'lee', 'customer', 'all-staff'],
      thread: { kind: 'reply-all', of: 'alarm' },
      instead: { name: 'Status page', reaches: true },
    },
    {
      id: 'report',
      subject: 'Please write the report',
      body: 'Hello Sam,\n\nPlease write the report on line 4.\n\nRobin',
      sensitivity: 1,
      fields: ['to', 'cc', 'bcc', 'separate'],
      contacts: ['kim', 'sam-okoro', 'sam-ortiz', 'samira'],
      suggestions: [{ typed: 'sam', contacts: ['sam-okoro', 'sam-ortiz', 'samira'] }],
      after: 'P1D',
    },
  ],
  lesson: { rule: 'check-expansion', why: 'Look who you write to.' },
} as const;

/** Serves the level as the second chapter of a course, where the help on the fields has faded. */
export async function serveStatus(page: Page): Promise<void> {
  await page.route('**/levels/status-thread.json', (route) => route.fulfill({ json: STATUS }));
  await page.route('**/levels/course.json', (route) =>
    route.fulfill({
      json: {
        format: 1,
        title: 'Test',
        languages: ['en', 'de', 'fr', 'es', 'ar', 'ja'],
        chapters: [
          { title: 'One', levels: ['cv-to-rivals.json'] },
          { title: 'Two', levels: ['status-thread.json'] },
        ],
      },
    }),
  );
}

const FIRST_SENT = [{ type: 'place', contacts: ['kim'], field: 'to' }, { type: 'send' }];

/**
 * Opens one of the level's two desks, as after a reload.
 * @param settings of the record, besides sounds off
 * @param ready waits until the cards can be moved
 */
export async function openStatusDesk(
  page: Page,
  desk: 'answer' | 'report',
  settings: Readonly<Record<string, unknown>> = {},
  ready = true,
): Promise<void> {
  await serveStatus(page);
  const log = desk === 'answer' ? [] : FIRST_SENT;
  const record = {
    version: 2,
    settings: { sound: false, ...settings },
    plays: { 'status-thread': { log, stage: 'desk' } },
  };
  await keepAtFirst(page, JSON.stringify(record));
  await page.goto('./#/level/status-thread');
  if (!ready) return;
  if (desk === 'report') await page.locator('[data-cross]').click();
  await deskReady(page);
}
