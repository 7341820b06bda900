import { defineConfig } from 'vite';
import { serveFolders } from './tools/serve-folders.ts';

export default defineConfig({
  // Relative, so that the built folder plays from any sub-path and from inside an LMS package.
  base: './',
  publicDir: false,
  plugins: [serveFolders(['assets', 'levels'])],
  build: { target: 'es2023', chunkSizeWarningLimit: 1500, assetsInlineLimit: 0 },
  server: { port: 5173 },
});
