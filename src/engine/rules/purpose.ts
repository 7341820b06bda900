import type { MailId } from '../level/level.ts';
import { peopleOf } from '../mail/contacts.ts';
import { WEIGHTS } from '../level/weights.ts';
import type { Story } from '../story/story.ts';
import { isCorrection, jobsOf, reached, type Job } from './needed.ts';
import type { Finding } from './rule.ts';

/**
 * Returns how much of each finding's needs was left unmet, as shares of all needs of the story.
 * A correction only adds to what is unmet, so that a breach cannot raise the score by the mails it makes due.
 * A card that failed in two ways on one mail counts once, for the worse one.
 */
export function unmetParts(story: Story, findings: readonly Finding[]): number[] {
  const jobs = jobsOf(story);
  const total = weightOf(jobs);
  const parts = findings.map(() => 0);
  if (total === 0 || findings.every(({ unmet }) => unmet === undefined)) return parts;
  const lacking = new Set(findings.flatMap(({ unmet = [] }) => unmet.map(({ contact }) => contact)));
  for (const job of jobs) {
    if (!lacking.has(job.contact)) continue;
    for (const { mail } of job.mails) {
      const here = findings.map((finding) => partOf(finding, job, mail.id));
      const worst = Math.max(...here);
      if (worst === 0) continue;
      const blamed = [...here.keys()].filter((index) => here[index] === worst);
      for (const index of blamed) {
        parts[index] = (parts[index] ?? 0) + (job.weight * worst) / job.mails.length / blamed.length / total;
      }
    }
  }
  return parts;
}

/** What all that had to be done weighs: without the corrections, which are due after a breach alone. */
function weightOf(jobs: readonly Job[]): number {
  const weigh = (some: readonly Job[]) => some.reduce((sum, { weight }) => sum + weight, 0);
  return weigh(jobs.filter(({ desk }) => !isCorrection(desk))) || weigh(jobs);
}

function partOf({ unmet = [] }: Finding, { desk, contact }: Job, mail: MailId): number {
  return unmet.reduce(
    (worst, one) =>
      one.mail === mail && one.contact === contact && one.desk === desk ? Math.max(worst, one.part) : worst,
    0,
  );
}

/** Returns how many of those who must act a desk has missed, at its worst: none, some, or half of them and more. */
export type Missed = 'none' | 'some' | 'half';

export function missedDoers(story: Story): Missed {
  const jobs = jobsOf(story).filter(({ need }) => need === 'act');
  const shares = story.desks.map((desk) => {
    const here = jobs.filter((job) => job.desk === desk);
    const missed = here.reduce(
      (sum, { contact, mails }) =>
        sum + (peopleOf(contact) * mails.filter((mail) => !reached(mail, contact)).length) / mails.length,
      0,
    );
    const all = here.reduce((sum, { contact }) => sum + peopleOf(contact), 0);
    return all > 0 ? missed / all : 0;
  });
  const worst = Math.max(0, ...shares);
  if (worst >= WEIGHTS.stars.half) return 'half';
  return worst > 0 ? 'some' : 'none';
}
