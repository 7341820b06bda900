// The content security policy of the built page: in the page itself, in the tests' server, and in docs/hosting/.

/** @type {Readonly<Record<string, string>>} */
const DIRECTIVES = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  // Phaser's first textures are PNGs in data: addresses.
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  // lit makes its templates by the one policy, and the service worker is named by the other.
  'trusted-types': 'lit-html blind-copy',
};

/** @param {Readonly<Record<string, string>>} directives */
const written = (directives) =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

/** What the page says of itself. */
export const POLICY = written(DIRECTIVES);

/** What a server says: who may frame the page counts only there. */
export const HEADER_POLICY = written({ ...DIRECTIVES, 'frame-ancestors': "'self'" });

/** The headers that we recommend, by name. */
export const HEADERS = {
  'Content-Security-Policy': HEADER_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * Writes the policy into the built page, before anything that it is about. The development server's page goes without:
 * it works by inline styles.
 * @returns {import('vite').Plugin}
 */
export function policyInPage() {
  return {
    name: 'policy-in-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replace('<meta charset="utf-8" />', (meta) => `${meta}\n    ${tag()}`),
    },
  };
}

const tag = () => `<meta http-equiv="Content-Security-Policy" content="${POLICY}" />`;
