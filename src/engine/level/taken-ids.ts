import type { Fault } from './fault.ts';

/** The page's own addresses, such as `#/privacy`: a level of this id could never be opened. */
export const TAKEN_IDS = ['privacy', 'progress', 'certificate', 'host'] as const;

/** @returns true for an id that no level may have */
export function isTaken(id: string): boolean {
  return TAKEN_IDS.some((taken) => taken === id);
}

export function checkId({ id }: { readonly id: string }): Fault<'id-taken'>[] {
  return isTaken(id) ? [{ code: 'id-taken', path: ['id'], params: { id } }] : [];
}
