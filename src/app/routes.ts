/** Where the address bar says the player is: at home, or in a level. */
export type Route = { readonly name: 'home' } | { readonly name: 'level'; readonly level: string };

/** Reads the hash of an address: `#/` or nothing is home, `#/<level>` a level. */
export function readRoute(hash: string): Route {
  const [, level] = /^#\/([a-z0-9-]+)\/?$/.exec(hash) ?? [];
  return level ? { name: 'level', level } : { name: 'home' };
}

export function hashOf(route: Route): string {
  return route.name === 'home' ? '#/' : `#/${route.level}`;
}
