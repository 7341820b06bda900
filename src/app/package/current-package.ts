import type { PackagePage } from './package-page.ts';

let current: PackagePage | null = null;

/** Says that the page is in a package for a learning platform. The start does so, before anything is shown. */
export function enterPackage(page: PackagePage): void {
  current = page;
}

/** Returns what the package adds to the page; null outside of packages. */
export function packagePage(): PackagePage | null {
  return current;
}
