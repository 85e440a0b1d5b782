/** What the panel can be told to do from the keyboard. */
export interface KeyActions {
  help(): void;
  search(): void;
  pause(): void;
  showEverything(): void;
  pin(): void;
  clear(): void;
  move(by: number): void;
  back(): void;
}

interface Key {
  /** As the list of keys shows it. */
  readonly shown: string;
  readonly does: string;
  /** What the browser calls it; empty where the list of hits listens for it by itself. */
  readonly key?: string;
  readonly run?: (actions: KeyActions) => void;
}

/** The panel's keys, as they are listed. */
export const KEYS: readonly Key[] = [
  { shown: '↓ or j', does: 'the next row', key: 'j', run: (to) => to.move(1) },
  { shown: '↑ or k', does: 'the row before', key: 'k', run: (to) => to.move(-1) },
  { shown: 'Home, End', does: 'the newest, the oldest' },
  { shown: 'Enter', does: 'read the chosen hit' },
  { shown: 'Esc', does: 'back to the list, close a dialog' },
  { shown: '/', does: 'search', key: '/', run: (to) => to.search() },
  { shown: 'p', does: 'pause and go on', key: 'p', run: (to) => to.pause() },
  { shown: 'v', does: 'show pages and notes too', key: 'v', run: (to) => to.showEverything() },
  { shown: 'x', does: 'pin the chosen row', key: 'x', run: (to) => to.pin() },
  { shown: 'c', does: 'clear the view', key: 'c', run: (to) => to.clear() },
  { shown: '?', does: 'this list', key: '?', run: (to) => to.help() },
];

/** Does what a key asks for. While somebody types, only `Esc` is a key of the panel's. */
export function obeyKey(event: KeyboardEvent, actions: KeyActions): void {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const target = event.composedPath()[0];
  const isTyping =
    target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement;
  if (event.key === 'Escape') {
    if (isTyping) {
      target.blur();
    }
    actions.back();
    return;
  }
  const run = isTyping ? undefined : KEYS.find(({ key }) => key === event.key)?.run;
  if (run) {
    event.preventDefault();
    run(actions);
  }
}
