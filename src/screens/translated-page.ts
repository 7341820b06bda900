/**
 * Keeps the page up to date while a browser translates it. Chrome, Edge and Safari replace text nodes with `<font>`
 * elements, but lit keeps writing changes to the `data` of the node after its marker. An element has no `data`, so the
 * words below the replay stood still. This gives it a `data` that writes its text, and the browser translates the new
 * text.
 */
export function followPageTranslation(): void {
  const font = document.createElement('font');
  if ('data' in font) return;
  Object.defineProperty(Object.getPrototypeOf(font), 'data', {
    get(this: HTMLElement): string {
      return this.textContent;
    },
    set(this: HTMLElement, text: string) {
      this.textContent = text;
    },
    configurable: true,
  });
}
