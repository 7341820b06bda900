import type { ContactId } from '../level/level.ts';
import type { Exposure } from '../story/findings.ts';
import type { Outcome } from './outcome.ts';

/** Who one contact saw outside a shared context, and who saw them. */
export interface Knowledge {
  /** The contacts that it saw. */
  readonly learned: readonly Exposure[];
  /** The contacts that saw it. */
  readonly known: readonly Exposure[];
  /** The beats it takes part in, by index. */
  readonly beats: readonly number[];
}

export function knowledgeOf({ exposures, beats }: Pick<Outcome, 'exposures' | 'beats'>, contact: ContactId): Knowledge {
  return {
    learned: exposures.filter(({ viewer }) => viewer === contact),
    known: exposures.filter(({ subject }) => subject === contact),
    beats: [...beats.keys()].filter(
      (index) => beats[index]?.viewers.includes(contact) || beats[index]?.subjects.includes(contact),
    ),
  };
}
