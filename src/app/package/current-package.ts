import type { PackagePage } from './package-page.ts';

let current: PackagePage | null = null;

/** Marks the page as part of a package for a learning platform. The start calls it before anything is shown. */
export function enterPackage(page: PackagePage): void {
  current = page;
}

/** Returns what the package adds to the page; null outside a package. */
export function packagePage(): PackagePage | null {
  return current;
}
