/**
 * Lets the page go on when a browser translates it. Chrome, Edge and Safari put `<font>` elements in the place of text nodes, and
 * lit goes on writing what changes into the node after its marker, which is such an element then: its `data`. An element has
 * none, so the words under the replay stood still. With a `data` that writes its text, every text of every screen follows, and the
 * browser translates it again.
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
