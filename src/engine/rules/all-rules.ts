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
} satisfies Readonly<Record<string, Rule>>;
