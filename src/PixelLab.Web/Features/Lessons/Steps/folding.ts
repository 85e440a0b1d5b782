/** How much of the dock's height its list has at least. */
const LIST_SHARE = 0.2;

/**
 * Shows the step in one line of the dock, so that what lies below it can be read: while a row is open there, and where the whole step would
 * leave the list too little. A press opens or folds it all the same, until a row is opened or closed.
 * @param strip The step, which the dock tells whether it lies in it and whether a row is open.
 * @param button What is pressed.
 * @returns Looks again, since what the step says has changed.
 */
export function fold(
  strip: HTMLElement,
  section: HTMLElement,
  button: HTMLElement,
  dock: Element,
): () => void {
  let chosen: boolean | undefined;
  let wasOpen = false;
  const fit = (): void => {
    const isOpen = strip.hasAttribute('row');
    if (isOpen !== wasOpen) {
      wasOpen = isOpen;
      chosen = undefined;
    }
    section.classList.remove('folded');
    const isFolded = strip.hasAttribute('docked') && (chosen ?? (isOpen || isListShort(dock)));
    section.classList.toggle('folded', isFolded);
    button.ariaExpanded = String(!isFolded);
  };
  button.addEventListener('click', () => {
    chosen = button.ariaExpanded === 'true';
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
