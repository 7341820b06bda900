/** The files that a language is split into, made by `tools/split-texts.mjs`. */
declare module '*.json?first' {
  const texts: object;
  export default texts;
}
declare module '*.json?later' {
  const texts: object;
  export default texts;
}
declare module '*.json?room' {
  const texts: object;
  export default texts;
}
declare module '*.json?workshop' {
  const texts: object;
  export default texts;
}

declare module '*.json?practice' {
  const texts: object;
  export default texts;
}
