/**
 * Ends the page above what lies fixed at the bottom of the window, so that its last lines can be read and what has the focus is
 * scrolled into sight (WCAG 2.2, 2.4.11). A page that fills the window takes the length from `--lab-covered`.
 * @param covered How much of the window’s foot is covered, in CSS pixels.
 */
export function keepClear(covered: number): void {
  const { style } = document.documentElement;
  style.setProperty('--lab-covered', `${covered}px`);
  style.paddingBlockEnd = `${covered}px`;
  style.scrollPaddingBlockEnd = `calc(var(--lab-banner, 0px) + ${covered}px)`;
}
