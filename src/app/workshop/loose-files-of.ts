import type { LooseFile } from '../../levels/index.ts';
import type { LevelFiles } from '../../workshop/level-files.ts';

/** The files of a level as if they had been dropped on the page. */
export function looseFilesOf({ file, text, translations }: LevelFiles): LooseFile[] {
  return [{ file, text }, ...translations].map((one) => {
    const bytes = new TextEncoder().encode(one.text);
    return { name: one.file, size: bytes.length, folder: false, bytes: () => Promise.resolve(bytes) };
  });
}
