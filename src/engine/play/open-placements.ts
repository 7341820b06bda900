import { readsShared, type DeliveringField } from '../level/fields.ts';
import type { ContactId } from '../level/level.ts';
import type { Beat } from '../story/beat.ts';
import type { Exposure } from '../story/findings.ts';
import type { ContactCopy, Outcome } from './outcome.ts';

/**
 * A decision of the player that exposed people: some were in one field, so those in another could read their addresses.
 */
export interface OpenPlacement {
  readonly field: DeliveringField;
  readonly subjects: readonly ContactId[];
  /** The field of those who read them. */
  readonly readIn: DeliveringField;
  readonly viewers: readonly ContactId[];
  /** The people of a crowd read each other. */
  readonly within: boolean;
}

/**
 * Returns the decisions behind what a beat shows: the field of the people who were seen, and the field of those who saw
 * them.
 * It does not include what came about without a header (a reply-all, a forwarded mail); the beat's causes say that.
 */
export function openPlacementsOf(outcome: Pick<Outcome, 'sent' | 'exposures'>, beat: Beat): OpenPlacement[] {
  const shown = outcome.exposures.filter(
    ({ viewer, subject }) => beat.viewers.includes(viewer) && beat.subjects.includes(subject),
  );
  return gathered(outcome, shown);
}

/** The same for one contact: why others could read its address, or why it could read theirs. */
export function openPlacementsAbout(outcome: Pick<Outcome, 'sent' | 'exposures'>, contact: ContactId): OpenPlacement[] {
  return gathered(
    outcome,
    outcome.exposures.filter(({ viewer, subject }) => viewer === contact || subject === contact),
  );
}

function gathered({ sent }: Pick<Outcome, 'sent'>, exposures: readonly Exposure[]): OpenPlacement[] {
  const found = new Map<string, { placement: OpenPlacement; subjects: Set<ContactId>; viewers: Set<ContactId> }>();
  for (const exposure of exposures) {
    const copies = copiesThatShow(sent, exposure);
    if (!copies) continue;
    const { subject, viewer } = copies;
    const within = exposure.viewer === exposure.subject;
    const key = `${subject.field} ${viewer.field} ${String(within)}`;
    const group = found.get(key) ?? {
      placement: { field: subject.field, readIn: viewer.field, within, subjects: [], viewers: [] },
      subjects: new Set(),
      viewers: new Set(),
    };
    group.subjects.add(exposure.subject);
    group.viewers.add(exposure.viewer);
    found.set(key, group);
  }
  return [...found.values()].map(({ placement, subjects, viewers }) => ({
    ...placement,
    subjects: [...subjects],
    viewers: [...viewers],
  }));
}

/** The copies of the first mail whose header shows it; null when no header does. */
function copiesThatShow(
  sent: Outcome['sent'],
  { mails, viewer: viewerId, subject: subjectId }: Exposure,
): { readonly subject: ContactCopy; readonly viewer: ContactCopy } | null {
  for (const { copies, ccOnSeparate } of sent.filter(({ mail }) => mails.includes(mail))) {
    const subject = copies.find(({ contact }) => contact === subjectId);
    const viewer = copies.find(({ contact }) => contact === viewerId);
    if (!subject || !viewer) continue;
    const fields = [subject.field, viewer.field];
    const onSeparate = ccOnSeparate && fields.includes('cc') && fields.includes('separate');
    if (onSeparate || (subject.visible && readsShared(viewer.field))) return { subject, viewer };
  }
  return null;
}
