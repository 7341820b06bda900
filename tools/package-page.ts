import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { build, type Plugin, type ResolvedConfig } from 'vite';
import { NO_OPTIONS } from '../src/lms/package/options.ts';
import { HOSTED_FILES, PAGE_FILES, PAGE_IN_PACKAGE } from '../src/lms/package/page-files.ts';

/*
 * Builds the page for packages beside the ordinary page, from the same sources and with the parts that only a package needs
 * (`import.meta.env.PACKAGE`). A learner on a plain web server loads none of it. The two pages share equal files.
 */

/** Pages of packages are built in here, each in a folder named as its page's, before their files join those of the page. */
const FOLDER = '.cache/package-page';
const TEXTS = 'src/i18n/package';
const LANGUAGES = ['en', 'de', 'fr', 'es', 'ar', 'ja'];

/** Files for installing the page as an app, which nobody does with a package. */
const INSTALLED = /^assets\/(?:icon-[\w-]+\.png|app\.webmanifest)$/;

interface Boot {
  readonly boot: { readonly 'no-script': string; readonly late: string; readonly 'late-admin': string };
}

function notes(root: string, keys: readonly (keyof Boot['boot'])[], attributes: string): string {
  return LANGUAGES.map((tag) => {
    const { boot } = JSON.parse(readFileSync(join(root, TEXTS, `package-${tag}.json`), 'utf8')) as Boot;
    const direction = tag === 'ar' ? ' dir="rtl"' : '';
    return `<p${attributes} lang="${tag}"${direction}>${keys.map((key) => boot[key]).join(' ')}</p>`;
  }).join('\n        ');
}

/**
 * Makes the page of packages from the ordinary page. It has another entry script, no web app manifest, and its own notes.
 *
 * @param root the folder of the project
 * @throws Error if the page has changed so that a replacement finds nothing
 */
export function pageInPackage(html: string, root: string): string {
  const swap = (text: string, from: RegExp, to: string) => {
    if (!from.test(text)) throw new Error(`index.html has no ${from.source}`);
    return text.replace(from, () => to);
  };
  let page = swap(html, /src\/main\.ts/, 'src/package.ts');
  page = swap(page, /\s*<link rel="manifest"[^>]*>/, '');
  page = swap(page, /\s*<link rel="apple-touch-icon"[^>]*>/, '');
  page = swap(page, /\s*<meta\s+name="description"[^>]*>/, `\n    ${NO_OPTIONS}`);
  const noScript = notes(root, ['no-script'], ' class="boot-note"');
  page = swap(page, /<noscript>[\s\S]*?<\/noscript>/, `<noscript>\n        ${noScript}\n      </noscript>`);
  const late = notes(root, ['late', 'late-admin'], '');
  return swap(
    page,
    /<div class="boot-note late">[\s\S]*?<\/div>/,
    `<div class="boot-note late">\n        ${late}\n      </div>`,
  );
}

/** Returns the static files, which every page has unchanged. */
function assetsOf(root: string): string[] {
  return readdirSync(join(root, 'assets'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/** Turns the page into that of packages before any other plugin reads it. Only the build of packages uses it. */
export function packagePage(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'package-page',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    transformIndexHtml: { order: 'pre', handler: (html) => pageInPackage(html, config.root) },
  };
}

/**
 * Also builds the page of packages, and adds its files and a list of them to the build, with a list of the files of the whole page.
 * The ordinary page loads the same files as before.
 */
export function buildPackagePage(): Plugin {
  let config: ResolvedConfig;
  let built = false;
  return {
    name: 'build-package-page',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    writeBundle() {
      built = true;
    },
    closeBundle: {
      order: 'post',
      // This runs after the service worker is made, which must not keep these files.
      sequential: true,
      async handler() {
        if (!built) return;
        const { root } = config;
        const outDir = join(FOLDER, basename(config.build.outDir));
        const folder = join(root, outDir);
        const files: string[] = [];
        await build({
          root,
          mode: 'package',
          logLevel: 'warn',
          build: { outDir, emptyOutDir: true },
          plugins: [{ name: 'list-files', writeBundle: (_, bundle) => void files.push(...Object.keys(bundle)) }],
        });
        const out = join(root, config.build.outDir);
        const page = [...files, ...assetsOf(root)].filter((file) => file !== 'index.html' && !INSTALLED.test(file));
        for (const file of page) {
          if (existsSync(join(out, file))) continue;
          mkdirSync(dirname(join(out, file)), { recursive: true });
          cpSync(join(folder, file), join(out, file));
        }
        cpSync(join(folder, 'index.html'), join(out, PAGE_IN_PACKAGE));
        const list = [...new Set(page)].toSorted();
        writeFileSync(join(out, PAGE_FILES), `${JSON.stringify(list, null, 1)}\n`);
        const hosted = readdirSync(out, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => relative(out, join(entry.parentPath, entry.name)).split(sep).join('/'))
          .filter((file) => !file.startsWith('levels/') && file !== HOSTED_FILES);
        writeFileSync(join(out, HOSTED_FILES), `${JSON.stringify(hosted.toSorted(), null, 1)}\n`);
      },
    },
  };
}
