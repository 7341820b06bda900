import type { OnFail } from '../report.ts';

/** The standards by which a package can report. */
export const PACKAGE_KINDS = ['scorm12', 'scorm2004', 'cmi5'] as const;
export type PackageKind = (typeof PACKAGE_KINDS)[number];

/** What the page in a package must know of it. It is written into `index.html`, so that nothing has to be fetched for it. */
export interface PackageOptions {
  readonly kind: PackageKind;
  /** The id of the course. */
  readonly course: string;
  /** The language that the package was made for; null to follow the platform, then the browser. */
  readonly language: string | null;
  readonly onFail: OnFail;
  /** The ids of the levels, so that the state of a learner can be read before the levels have arrived. */
  readonly levels: readonly string[];
}

const NAME = 'blind-copy-package';
/** What the build writes into the page of packages, to be filled when a package is made. */
export const NO_OPTIONS = `<meta name="${NAME}" content="" />`;

/**
 * Writes the options into the page of a package.
 *
 * @param html of the page, as the build made it
 * @throws Error when it is another page
 */
export function withOptions(html: string, options: PackageOptions): string {
  if (!html.includes(NO_OPTIONS)) throw new Error('This is not the page of a package.');
  const content = JSON.stringify(options).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return html.replace(NO_OPTIONS, () => `<meta name="${NAME}" content="${content}" />`);
}

/**
 * Reads the options from the page.
 *
 * @returns null for a page that is in no package
 */
export function optionsIn(page: ParentNode): PackageOptions | null {
  const content = page.querySelector<HTMLMetaElement>(`meta[name="${NAME}"]`)?.content ?? '';
  // Only `withOptions` writes a package's data on the package.
  return content === '' ? null : (JSON.parse(content) as PackageOptions);
}
