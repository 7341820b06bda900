import { zipSync, type Zippable } from 'fflate';

/** One file of a package: its path with slashes, and its bytes. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** The earliest date that a zip can store (MS-DOS time), in local time, so that the time of the build stays private. */
const noTime = () => new Date(1980, 0, 1);

/**
 * Packs files into a zip that is the same byte for byte on every run and every machine: sorted by name, without times.
 * Files that are already compressed are stored as they are.
 */
export function zipped(files: Files): Uint8Array {
  const inOrder: Zippable = {};
  for (const [path, bytes] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    inOrder[path] = [
      bytes,
      { level: /\.(?:png|woff2|webp|jpe?g)$/.test(path) ? 0 : 9, mtime: noTime(), os: 3, attrs: 0o644 << 16 },
    ];
  }
  return zipSync(inOrder);
}
