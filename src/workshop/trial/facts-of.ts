import type { Level } from '../../engine/index.ts';

/** Fields with words alone: they change what the replay says, and never what follows. */
const WORDS = new Set([
  'title',
  'summary',
  'briefing',
  'subject',
  'body',
  'text',
  'lesson',
  'discussion',
  'accepted',
  'expectations',
  'role',
  'name',
  'typed',
  'portrait',
]);

/** Returns a text that is the same for two levels with the same facts, whatever their words. */
export function factsOf(level: Level): string {
  return JSON.stringify(level, (field, value: unknown) => (WORDS.has(field) ? undefined : value));
}
