import { pairsBetween } from '../story/disclosure.ts';
import { breachLeaves, pairHarm, slightLeaves } from '../story/harm.ts';
import { sensitivityFor } from '../level/sensitivity.ts';
import { subjectsFor } from '../mail/delivery.ts';
import { isHarmful, type Story } from '../story/story.ts';
import { mailsIn } from './needed.ts';

/**
 * A limit that privacy does not exceed, from what the lines of each mail show by themselves: replies, forwarded mails
 * and quotations can only add to that. It builds no list of disclosures, so that a search can rule a placement out
 * before it pays for one.
 * @param isEnough whether this limit decides the question, so that the count can end
 */
export function privacyAtMost(story: Story, isEnough: (limit: number) => boolean): number {
  let limit = 100;
  for (const { mail, delivered } of mailsIn(story)) {
    let harm = 0;
    let breach = false;
    for (const viewer of delivered.deliveries) {
      for (const subject of subjectsFor(delivered, viewer)) {
        const pairs = pairsBetween(viewer, subject);
        const [one, other] = [viewer.addressee, subject.addressee];
        if (pairs === 0 || story.relations.shareContext(one, other, mail.id)) continue;
        const sensitivity = sensitivityFor(mail, other);
        breach ||= isHarmful({ sensitivity });
        harm += pairs * pairHarm(sensitivity, other.identity, story.relations.acquaintance(one, other) !== null);
      }
      if (harm === 0) continue;
      limit = Math.min(limit, breach ? breachLeaves(harm) : slightLeaves(harm));
      if (isEnough(limit)) return limit;
    }
  }
  return limit;
}
