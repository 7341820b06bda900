import type { Desk, Field } from '../engine/index.ts';
import { t, textOf } from './text.ts';

/** Returns the name of a field at a desk. The level itself names its `instead` tray. */
export function fieldName(field: Field, { instead }: Pick<Desk, 'instead'>): string {
  return field === 'instead' && instead !== null ? textOf(instead) : t(`field.${field}`);
}
