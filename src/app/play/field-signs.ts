import type { Latest } from '../../progress/index.ts';

/** With fewer stars than this, the last finished play was a mistake worth helping with. */
const FEW_STARS = 2;

/** The facts that decide whether the fields say who can see what is in them. */
export interface FieldSignsInput {
  /** True if the setting is “always”. */
  readonly always: boolean;
  readonly firstChapter: boolean;
  /** True if a mail of this play was a breach. */
  readonly breach: boolean;
  /** The last finished play of each level. */
  readonly latest: Readonly<Record<string, Pick<Latest, 'stars' | 'at'>>>;
}

/**
 * Returns whether the fields say who can see what is in them. The help fades after the first chapter, because no mail
 * program gives it, and returns after a mistake: support that fades makes learners independent (Collins, Brown and
 * Newman 1989).
 */
export function showsFieldSigns({ always, firstChapter, breach, latest }: FieldSignsInput): boolean {
  return always || firstChapter || breach || lastWasMistake(latest);
}

function lastWasMistake(latest: FieldSignsInput['latest']): boolean {
  const last = Object.values(latest).reduce<Pick<Latest, 'stars' | 'at'> | null>(
    (newest, one) => (newest && newest.at >= one.at ? newest : one),
    null,
  );
  return last !== null && last.stars < FEW_STARS;
}
