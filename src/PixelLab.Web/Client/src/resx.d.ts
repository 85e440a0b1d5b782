declare module '*.resx' {
  /** The words of a resource file, by their names (`build.mjs`). */
  const words: Record<string, string>;
  export default words;
}
