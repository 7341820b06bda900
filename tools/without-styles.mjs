/** Leaves style sheets out of a command's build: a terminal has its own fonts. */
export const withoutStyles = {
  name: 'without-styles',
  enforce: /** @type {const} */ ('pre'),
  resolveId: (/** @type {string} */ id) => (id.endsWith('.css') ? '\0no-style' : null),
  load: (/** @type {string} */ id) => (id === '\0no-style' ? 'export default ""' : null),
};
