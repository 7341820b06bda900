/** The course as the build found it, in one language: tools/course-index.ts. */
declare module 'virtual:course-index/*' {
  const index: import('./course-index.ts').CourseIndex | null;
  export default index;
}
