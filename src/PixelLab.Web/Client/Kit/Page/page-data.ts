const held = new Map<string, Record<string, string>>();

/** Words that the page brings along as data (`Pages/ScriptWords.razor`); none where it brings none of that name. */
export function wordsOfPage(id: string): Record<string, string> {
  let words = held.get(id);
  if (!words) {
    words = JSON.parse(document.getElementById(id)?.textContent ?? '{}') as Record<string, string>;
    // A script may be there before the end of the page, where the words are.
    if (document.readyState !== 'loading') {
      held.set(id, words);
    }
  }
  return words;
}
