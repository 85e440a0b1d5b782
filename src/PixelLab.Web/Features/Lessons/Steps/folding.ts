/** How much of the dock's height its list has at least. */
const LIST_SHARE = 0.2;

/**
 * Shows the step in one line of the dock, so that what lies below it can be read: while a row is open there, and where the whole step would
 * leave the list too little. A press opens or folds it all the same: while no row is open for good, else until that is closed.
 * @param strip The step, which the dock tells whether it lies in it and whether a row is open.
 * @param button What is pressed.
 * @param kept How somebody has it: `whole`, in a `line`, or empty.
 * @param keep Remembers it.
 * @returns Looks again, since what the step says has changed.
 */
export function fold(
  strip: HTMLElement,
  section: HTMLElement,
  button: HTMLElement,
  dock: Element,
  kept: string,
  keep: (isWhole: boolean) => void,
): () => void {
  let wanted = kept ? kept === 'line' : undefined;
  let chosen = wanted;
  let wasOpen = false;
  const fit = (): void => {
    const isOpen = strip.hasAttribute('row');
    if (isOpen !== wasOpen) {
      wasOpen = isOpen;
      chosen = isOpen ? undefined : wanted;
    }
    section.classList.remove('folded');
    const isFolded = strip.hasAttribute('docked') && (chosen ?? (isOpen || isListShort(dock)));
    section.classList.toggle('folded', isFolded);
    button.ariaExpanded = String(!isFolded);
  };
  button.addEventListener('click', () => {
    chosen = button.ariaExpanded === 'true';
    if (!wasOpen) {
      wanted = chosen;
      keep(!chosen);
    }
    fit();
  });
  new MutationObserver(fit).observe(strip, { attributeFilter: ['docked', 'row'] });
  new ResizeObserver(fit).observe(dock);
  return fit;
}

/** A list below which the dock goes on out of sight has so much less. */
function isListShort(dock: Element): boolean {
  const list = dock.shadowRoot?.querySelector<HTMLElement>('hit-list, .list');
  const { scrollHeight, clientHeight } = dock;
  return (list?.offsetHeight ?? 0) - (scrollHeight - clientHeight) < LIST_SHARE * clientHeight;
}
