let words: Record<string, string> | undefined;

/** A word or sentence in the page's language, which the page brings along; `{0}` and so on are filled in. */
export function say(name: string, ...values: readonly (string | number)[]): string {
  words ??= read();
  return (words[name] ?? name).replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)] ?? ''));
}

function read(): Record<string, string> {
  return JSON.parse(document.querySelector('#lesson-words')?.textContent ?? '{}') as Record<string, string>;
}
