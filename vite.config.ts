import { defineConfig } from 'vite';
import { offline } from './tools/offline.ts';
import { useCutPhaser } from './tools/phaser-cut.mjs';
import { policyInPage } from './tools/policy.mjs';
import { serveFolders } from './tools/serve-folders.ts';
import { splitTexts } from './tools/split-texts.mjs';

// A machine without a desktop has no browser to open: it gets the address alone, and no error about the browser.
const { DISPLAY, WAYLAND_DISPLAY } = process.env;
const desktop = process.platform !== 'linux' || DISPLAY !== undefined || WAYLAND_DISPLAY !== undefined;

/**
 * What the service worker leaves to the network: what a trainer may change on a hosted page, the fonts of scripts other than
 * Latin, which few need, and icons, which only an installation asks for.
 */
const isNotKept = (file: string) => /^levels\/|\/noto-[^/]*\.woff2$|\/icon-[^/]*\.png$/.test(file);

export default defineConfig({
  // Relative, so that the built folder plays from any sub-path and from inside an LMS package.
  base: './',
  publicDir: false,
  plugins: [splitTexts(), useCutPhaser(), serveFolders(['assets', 'levels']), policyInPage(), offline(isNotKept)],
  build: { target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { port: 5173, open: desktop },
});
