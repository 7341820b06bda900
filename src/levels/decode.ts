import { fileProblem, problemOf, type Problem } from './problem.ts';
import { MAX_BYTES } from './too-large.ts';

export type Decoded = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: Problem };

/** Decodes a file's bytes, which must be UTF-8, with or without a byte order mark (RFC 8259 §8.1). */
export function decode(bytes: Uint8Array, file: string): Decoded {
  if (bytes.length > MAX_BYTES) return { ok: false, problem: fileProblem(file, 'too-large', { most: '1 MiB' }) };
  // UTF-16 begins with its mark, or has a zero beside the first character.
  const [first, second] = bytes;
  const wide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (wide || (bytes.length > 1 && (first === 0 || second === 0)))
    return { ok: false, problem: fileProblem(file, 'wrong-encoding') };
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, problem: badByte(bytes, file) };
  }
}

/** Finds the first character that is not UTF-8. */
function badByte(bytes: Uint8Array, file: string): Problem {
  const before = new TextDecoder('utf-8').decode(bytes).split('\uFFFD', 1)[0] ?? '';
  const lines = before.split(/\r\n|\r|\n/);
  const last = lines.at(-1) ?? '';
  return problemOf(
    { file, line: lines.length, column: last.length + 1 },
    { code: 'wrong-encoding', text: last.slice(-20) },
  );
}
