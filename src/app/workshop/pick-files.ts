import { readLooseFiles, type LooseTexts } from '../../levels/index.ts';

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

/** Lets the author choose level files. @returns their texts by name, and what is wrong with those that cannot be read */
export async function pickJsonFiles(): Promise<LooseTexts> {
  const files = await pickFiles('.json,application/json', true);
  return readLooseFiles(
    files.map((file) => ({
      name: file.name,
      size: file.size,
      folder: false,
      bytes: async () => new Uint8Array(await file.arrayBuffer()),
    })),
  );
}
