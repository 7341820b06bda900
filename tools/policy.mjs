// The content security policy of the built page: for the page itself, the tests' server, and docs/hosting/.

/** @type {Readonly<Record<string, string>>} */
const DIRECTIVES = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  // lit creates its templates through one of the policies, and the service worker's address goes through the other.
  'trusted-types': 'lit-html blind-copy',
};

/** @param {Readonly<Record<string, string>>} directives */
const written = (directives) =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

/** The policy in the page's own meta element. */
export const POLICY = written(DIRECTIVES);

/** The policy in a server's header; only there does `frame-ancestors` count. */
export const HEADER_POLICY = written({ ...DIRECTIVES, 'frame-ancestors': "'self'" });

/** The headers that we recommend, by name. */
export const HEADERS = {
  'Content-Security-Policy': HEADER_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // A facilitator's screen may scan the result codes of the phones.
  'Permissions-Policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * Writes the policy into the built page, before anything that it applies to. The development server's page has none,
 * because it needs inline styles.
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
