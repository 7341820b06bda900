/** The page of packages, beside the hosted page. */
export const PAGE_IN_PACKAGE = 'package-page.html';
/** The list of the files that it needs, a JSON array of paths. */
export const PAGE_FILES = 'package-files.json';
/** The list of the files of the hosted page, apart from its levels, a JSON array of paths. */
export const HOSTED_FILES = 'hosted-files.json';
