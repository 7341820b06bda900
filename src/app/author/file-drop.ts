import type { LooseFile } from '../../levels/index.ts';

/** How files get to the page. */
export interface FileDrop {
  /** Lets the player choose files. */
  pick(): void;
}

/**
 * Takes files that are dropped anywhere on the page, or chosen. They are read here and sent nowhere.
 * @param received called with the files
 * @param hovering called when a drag of files enters the page, and when it leaves or drops them
 */
export function takeDroppedFiles(
  received: (files: readonly LooseFile[]) => void,
  hovering: (over: boolean) => void,
): FileDrop {
  let input: HTMLInputElement | null = null;
  const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
  addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return;
    // Otherwise the browser would open the file instead of the page.
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    hovering(true);
  });
  addEventListener('dragleave', (event) => {
    // Moving from one element to another does not leave the page.
    if (event.relatedTarget === null) hovering(false);
  });
  addEventListener('drop', (event) => {
    if (!carriesFiles(event) || !event.dataTransfer) return;
    event.preventDefault();
    hovering(false);
    const files = [...event.dataTransfer.items].flatMap((item) => {
      const file = item.getAsFile();
      return file ? [looseFile(file, item.webkitGetAsEntry()?.isDirectory === true)] : [];
    });
    if (files.length > 0) received(files);
  });
  return { pick: () => (input ??= fileInput(received)).click() };
}

/** Made when it is first used, because a browser takes some milliseconds for it. */
function fileInput(received: (files: readonly LooseFile[]) => void): HTMLInputElement {
  const input = document.createElement('input');
  Object.assign(input, { type: 'file', accept: '.json,application/json', multiple: true, hidden: true });
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])].map((file) => looseFile(file, false));
    // Choosing the same file again after mending it must count as a change.
    input.value = '';
    if (files.length > 0) received(files);
  });
  // Attached to the page, because a browser may discard a detached input before it responds.
  document.body.append(input);
  return input;
}

function looseFile(file: File, folder: boolean): LooseFile {
  return { name: file.name, size: file.size, folder, bytes: async () => new Uint8Array(await file.arrayBuffer()) };
}
