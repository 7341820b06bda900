import type { OnFail } from '../report.ts';

/** The standards by which a package can report. */
export const PACKAGE_KINDS = ['scorm12', 'scorm2004', 'cmi5'] as const;
export type PackageKind = (typeof PACKAGE_KINDS)[number];

/** The page's facts about its package. They are in `index.html`, so that the page need not fetch them. */
export interface PackageOptions {
  readonly kind: PackageKind;
  /** The id of the course. */
  readonly course: string;
  /** The language that the package was made for; null to follow the platform, then the browser. */
  readonly language: string | null;
  readonly onFail: OnFail;
  /** The ids of the levels, so that the page can read the learner's state before the levels have arrived. */
  readonly levels: readonly string[];
}

const NAME = 'blind-copy-package';
/** The placeholder that the build writes into the page of packages. Making a package fills it. */
export const NO_OPTIONS = `<meta name="${NAME}" content="" />`;

/**
 * Writes the options into the page of a package.
 *
 * @param html the page as the build made it
 * @throws Error if the page has no placeholder
 */
export function withOptions(html: string, options: PackageOptions): string {
  if (!html.includes(NO_OPTIONS)) throw new Error('This is not the page of a package.');
  const content = JSON.stringify(options).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return html.replace(NO_OPTIONS, () => `<meta name="${NAME}" content="${content}" />`);
}

/**
 * Reads the options from the page.
 *
 * @returns null for a page that is not in a package
 */
export function optionsIn(page: ParentNode): PackageOptions | null {
  const content = page.querySelector<HTMLMetaElement>(`meta[name="${NAME}"]`)?.content ?? '';
  // Only `withOptions` writes this content.
  return content === '' ? null : (JSON.parse(content) as PackageOptions);
}
