/** The two halves of a language file, made by `tools/split-texts.mjs`. */
declare module '*.json?first' {
  const texts: object;
  export default texts;
}
declare module '*.json?later' {
  const texts: object;
  export default texts;
}
