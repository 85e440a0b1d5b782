/** How much of the window’s foot each part covers, in CSS pixels. */
const covered = new Map<string, number>();

/**
 * Ends the page above what lies fixed at the bottom of the window, so that its last lines can be read and what has the focus is
 * scrolled into sight (WCAG 2.2, 2.4.11). Parts that lie there together stand one above the other, each on the `--lab-…` of those
 * below; a page that fills the window takes the whole from `--lab-covered`.
 * @param part The part’s name.
 * @param height How much it covers, in CSS pixels.
 */
export function keepClear(part: string, height: number): void {
  covered.set(part, height);
  const whole = [...covered.values()].reduce((sum, one) => sum + one, 0);
  const { style } = document.documentElement;
  style.setProperty(`--lab-${part}`, `${height}px`);
  style.setProperty('--lab-covered', `${whole}px`);
  style.paddingBlockEnd = `${whole}px`;
  style.scrollPaddingBlockEnd = `calc(var(--lab-banner, 0px) + ${whole}px)`;
}
