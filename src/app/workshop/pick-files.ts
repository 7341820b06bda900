import { readLooseFiles } from '../../levels/index.ts';

/**
 * Lets the author choose files, which stay on the device.
 *
 * @param accept the kinds of files, as an `input` takes them
 * @returns none if they thought better of it
 */
export async function pickFiles(accept: string, multiple: boolean): Promise<readonly File[]> {
  const input = document.createElement('input');
  Object.assign(input, { type: 'file', accept, multiple, hidden: true });
  input.dataset['workshopFiles'] = '';
  // Attached to the page, because a browser may discard a detached input before it responds.
  document.body.append(input);
  const chosen = new Promise<readonly File[]>((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
  });
  input.click();
  const files = await chosen;
  input.remove();
  return files;
}

/** Lets the author choose level files. @returns their texts by name; those that cannot be read are left out */
export async function pickJsonFiles(): Promise<ReadonlyMap<string, string>> {
  const files = await pickFiles('.json,application/json', true);
  const read = await readLooseFiles(
    files.map((file) => ({
      name: file.name,
      size: file.size,
      folder: false,
      bytes: async () => new Uint8Array(await file.arrayBuffer()),
    })),
  );
  return read.texts;
}
