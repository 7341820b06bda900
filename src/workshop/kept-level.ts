import * as z from 'zod/mini';
import type { KeptDraft } from '../progress/drafts.ts';
import { begin, stepsSchema, type History } from './history.ts';
import { draftOf, type LevelFiles } from './level-files.ts';

/** The files of a level, in JSON. */
export const filesSchema = z.object({
  file: z.string(),
  text: z.string(),
  translations: z.readonly(z.array(z.object({ language: z.string(), file: z.string(), text: z.string() }))),
  language: z.exactOptional(z.string()),
});
const contentSchema = z.object({ files: filesSchema, past: stepsSchema, future: stepsSchema });

/** Returns what is kept of a level: its files, and every step that led to them. */
export function keptLevel(
  id: string,
  { present, past, future }: History<LevelFiles>,
  state: number,
  now: number,
): KeptDraft {
  const content = JSON.stringify({ files: present, past, future });
  return { id, title: titleOf(present), changed: now, state, content };
}

/** Reads what was kept, by this version or another; null when it is damaged. Without its steps a level is still a level. */
export function readKeptLevel({ content }: Pick<KeptDraft, 'content'>): History<LevelFiles> | null {
  try {
    const value: unknown = JSON.parse(content);
    const whole = contentSchema.safeParse(value);
    if (whole.success) return { present: whole.data.files, past: whole.data.past, future: whole.data.future };
    const files = z.object({ files: filesSchema }).safeParse(value);
    return files.success ? begin<LevelFiles>(files.data.files) : null;
  } catch {
    return null;
  }
}

/** The title of a level in any of its languages; the name of its file for one without. */
function titleOf(files: LevelFiles): string {
  const { title } = draftOf(files);
  const texts = typeof title === 'string' ? [title] : Object.values(title ?? {});
  return texts.find((text) => typeof text === 'string' && text !== '') ?? files.file;
}
