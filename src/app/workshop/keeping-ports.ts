import { browserDrafts } from '../../progress/drafts.ts';
import { pageScope } from '../../progress/scope.ts';
import { usableDrafts, type KeepingPorts } from '../../workshop/keeping.ts';
import { browserLocks } from '../../workshop/locks.ts';

let opened: ReturnType<typeof open> | null = null;

/** Returns where this browser keeps levels, and whether they outlive the page. The page opens it once. */
export async function keepingPorts(): ReturnType<typeof open> {
  opened ??= open();
  return opened;
}

async function open(): Promise<{ readonly ports: KeepingPorts; readonly kept: boolean }> {
  const scope = pageScope();
  const { drafts, isKept } = await usableDrafts(browserDrafts(() => indexedDB, scope));
  const locks = browserLocks('locks' in navigator ? navigator.locks : undefined, scope);
  return { ports: { drafts, locks, now: () => Date.now(), freshId }, kept: isKept };
}

/** A page that is not served safely has no `randomUUID`. */
function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint32Array(4));
  return [...bytes].map((number) => number.toString(36)).join('-');
}
