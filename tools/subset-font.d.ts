/** What is used of subset-font, which comes without types. */
declare module 'subset-font' {
  interface Options {
    readonly targetFormat: 'truetype' | 'woff2';
    /** OpenType features that stay; all of them, if this is left out. */
    readonly keepFeatures?: readonly string[];
    readonly dropTables?: readonly string[];
    readonly noHinting?: boolean;
    /** Instead of a text. */
    readonly keepAllGlyphs?: boolean;
    readonly variationAxes?: Readonly<Record<string, number | { readonly min: number; readonly max: number }>>;
  }
  export default function subsetFont(font: Buffer, text: string | undefined, options: Options): Promise<Buffer>;
}
