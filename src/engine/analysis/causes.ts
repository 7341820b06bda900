import type { RemovableFact } from './facts.ts';

/**
 * Finds facts that together cause something: without the others it stays so, and without any one of these it does not.
 * It removes halves first, then smaller parts, so that a few causes among many facts take few tries.
 *
 * @param facts the candidates
 * @param holds whether it is still so with these facts alone; null when the budget is used up
 * @returns null when the budget is used up before the causes are known
 */
export function causesAmong(
  facts: readonly RemovableFact[],
  holds: (kept: readonly RemovableFact[]) => boolean | null,
): RemovableFact[] | null {
  let kept = [...facts];
  const withoutAny = holds([]);
  if (withoutAny === null) return null;
  // It is so whatever these facts say.
  if (withoutAny) return [];
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < kept.length;) {
      const fewer = kept.toSpliced(from, size);
      const still = fewer.length > 0 ? holds(fewer) : false;
      if (still === null) return null;
      if (still) kept = fewer;
      else from += size;
    }
  }
  return kept;
}
