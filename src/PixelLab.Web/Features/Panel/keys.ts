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
  /** What it does, as the words of the list of keys name it. */
  readonly does:
    | 'next'
    | 'before'
    | 'ends'
    | 'read'
    | 'back'
    | 'search'
    | 'pause'
    | 'everything'
    | 'pin'
    | 'clear'
    | 'help';
  /** What the browser calls it; none where the list of hits listens for it by itself. */
  readonly key?: string;
  readonly run?: (actions: KeyActions) => void;
}

/** The panel's keys, as they are listed. */
export const KEYS: readonly Key[] = [
  { does: 'next', key: 'j', run: (to) => to.move(1) },
  { does: 'before', key: 'k', run: (to) => to.move(-1) },
  { does: 'ends' },
  { does: 'read' },
  { does: 'back' },
  { does: 'search', key: '/', run: (to) => to.search() },
  { does: 'pause', key: 'p', run: (to) => to.pause() },
  { does: 'everything', key: 'v', run: (to) => to.showEverything() },
  { does: 'pin', key: 'x', run: (to) => to.pin() },
  { does: 'clear', key: 'c', run: (to) => to.clear() },
  { does: 'help', key: '?', run: (to) => to.help() },
];

const ARROWS: Readonly<Record<string, string>> = { ArrowDown: 'j', ArrowUp: 'k' };

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
  // The list walks by itself where it has the focus; so does the page where nothing has it.
  const key = target === document.body ? (ARROWS[event.key] ?? event.key) : event.key;
  const run = isTyping ? undefined : KEYS.find((one) => one.key === key)?.run;
  if (run) {
    event.preventDefault();
    run(actions);
  }
}
