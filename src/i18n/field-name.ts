import type { Desk, Field } from '../engine/index.ts';
import { t, textOf } from './text.ts';

/** The name of a field at a desk. A way around the mail has the name that its level gives it. */
export function fieldName(field: Field, { instead }: Pick<Desk, 'instead'>): string {
  return field === 'instead' && instead !== null ? textOf(instead) : t(`field.${field}`);
}
