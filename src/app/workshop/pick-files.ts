import { readLooseFiles } from '../../levels/index.ts';

/** Lets the author choose files, which stay on the device. @returns their texts by name; those that cannot be read are left out */
export async function pickJsonFiles(): Promise<ReadonlyMap<string, string>> {
  const input = document.createElement('input');
  Object.assign(input, { type: 'file', accept: '.json,application/json', multiple: true, hidden: true });
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
