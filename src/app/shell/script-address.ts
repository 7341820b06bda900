interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): ScriptPolicy;
}

interface ScriptPolicy {
  createScriptURL(url: string): string;
}

let policy: ScriptPolicy | null = null;

/**
 * Returns the address of a worker's script as a browser with Trusted Types takes it. The page's policy allows one
 * policy for scripts, and it lets scripts of the page's own folder through.
 *
 * @throws TypeError for an address anywhere else
 */
export function scriptAddress(path: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return ownAddress(path);
  policy ??= trustedTypes.createPolicy('blind-copy', { createScriptURL: ownAddress });
  return policy.createScriptURL(path);
}

function ownAddress(path: string): string {
  const { href } = new URL(path, document.baseURI);
  if (!href.startsWith(new URL('.', document.baseURI).href)) throw new TypeError(`${href} is no script of this page.`);
  return href;
}
