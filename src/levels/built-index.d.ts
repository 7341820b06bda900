/** The course as the build found it, in one language: tools/course-index.ts. */
declare module 'virtual:course-index/*' {
  // oxlint-disable-next-line consistent-type-imports -- with an import of its own this file would declare nothing global
  const index: import('./course-index.ts').CourseIndex | null;
  export default index;
}
