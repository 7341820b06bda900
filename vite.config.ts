import { defineConfig } from 'vite';
import { indexCourse } from './tools/course-index.ts';
import { formatDescriptions } from './tools/format-descriptions.mjs';
import { compileAhead, pageChunks, preloadHome } from './tools/page-chunks.mjs';
import { offline } from './tools/offline.ts';
import { useCutPhaser } from './tools/phaser-cut.mjs';
import { buildPackagePage, packagePage } from './tools/package-page.ts';
import { policyInPage } from './tools/policy.mjs';
import { serveFolders } from './tools/serve-folders.ts';
import { smallFonts } from './tools/small-fonts.ts';
import { splitTexts } from './tools/split-texts.mjs';
import { watchLevels } from './tools/watch-levels.ts';

// On a machine without a desktop, prints the address only, without an error about the browser.
const { DISPLAY, WAYLAND_DISPLAY } = process.env;
const desktop = process.platform !== 'linux' || DISPLAY !== undefined || WAYLAND_DISPLAY !== undefined;

/** The modules of parts that few people open: the workshop, live sessions, packages. */
const FOR_FEW = /\/workshop\/|\.json\?(?:workshop|room)$|\/src\/lms\/package\//;

/**
 * What the service worker leaves to the network: what a trainer may change on a hosted page, the fonts of scripts other
 * than Latin, which few need, icons, which only an installation asks for, what makes packages for learning
 * platforms, what a live session needs, which is never without a network, and the workshop. It keeps what a page has
 * loaded of them (`src/app/shell/code-copies.ts`).
 */
const isNotKept = (file: string, modules: readonly string[]) =>
  /^levels\/|\/noto-[^/]*\.woff2$|\/icon-[^/]*\.png$|\/(?:(?:make-)?package|live|maker|worker|workshop-page)-[^/]*\.(?:js|css)$/.test(
    file,
  ) ||
  (modules.length > 0 && modules.every((id) => FOR_FEW.test(id)));

/** The modules that the start imports, then those that a level needs, then those that its desk needs. */
const ENTRIES = {
  home: 'src/app/app.ts',
  play: ['src/app/play/level-run.ts', 'src/levels/quick.ts'],
  canvas: ['src/stage/stage.ts', 'src/board/board.ts'],
};

// Courses can be anywhere: LEVELS=../my-course npm start
const levels = process.env['LEVELS'] ?? 'levels';

export default defineConfig(({ mode }) => ({
  // Relative, so that the built folder works at any path and in an LMS package.
  base: './',
  publicDir: false,
  // The page needs the part of lit that renders HTML, and not the elements that its main entry includes.
  resolve: { alias: [{ find: /^lit$/, replacement: 'lit/html.js' }] },
  define: { 'import.meta.env.PACKAGE': JSON.stringify(mode === 'package') },
  plugins: [
    splitTexts(),
    indexCourse(levels),
    formatDescriptions(),
    smallFonts(levels),
    useCutPhaser(),
    serveFolders({ assets: 'assets', levels }),
    watchLevels(levels),
    preloadHome(),
    compileAhead(),
    policyInPage(),
    ...(mode === 'package' ? [packagePage()] : [offline(isNotKept), buildPackagePage()]),
  ],
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: pageChunks(import.meta.dirname, ENTRIES) } } },
  },
  server: { port: 5173, open: desktop },
  // Otherwise Vite also looks into the pages of the tests, whose baseline has a module that only the bench knows.
  optimizeDeps: { entries: ['index.html'] },
}));
