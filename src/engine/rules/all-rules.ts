import { apologyByBcc } from './apology-by-bcc.ts';
import { apologyUntold } from './apology-untold.ts';
import { cannotDiscuss } from './cannot-discuss.ts';
import { contentLeaked } from './content-leaked.ts';
import { exposedAcquaintances } from './exposed-acquaintances.ts';
import { exposedStrangers } from './exposed-strangers.ts';
import { fragileBcc } from './fragile-bcc.ts';
import { hiddenAccountable } from './hidden-accountable.ts';
import { hiddenDoer } from './hidden-doer.ts';
import { omitted } from './omitted.ts';
import { repeated } from './repeated.ts';
import { replyStorm } from './reply-storm.ts';
import type { Rule } from './rule.ts';
import { unmasked } from './unmasked.ts';

/** Every deduction by its kind; each lives in the file of that name. */
export const RULES = {
  'exposed-strangers': exposedStrangers,
  'exposed-acquaintances': exposedAcquaintances,
  'content-leaked': contentLeaked,
  omitted,
  'fragile-bcc': fragileBcc,
  'hidden-doer': hiddenDoer,
  'hidden-accountable': hiddenAccountable,
  'cannot-discuss': cannotDiscuss,
  unmasked,
  'reply-storm': replyStorm,
  repeated,
  'apology-untold': apologyUntold,
  'apology-by-bcc': apologyByBcc,
} satisfies Readonly<Record<string, Rule>>;
