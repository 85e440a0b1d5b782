/** What can lie fixed at the foot of a window. */
const PARTS = ['room', 'story', 'step'] as const;

/**
 * Ends the page above what lies fixed at the bottom of the window, so that its last lines can be read and what has the focus is
 * scrolled into sight (WCAG 2.2, 2.4.11). Parts that lie there together stand one above the other, each on the `--lab-…` of those
 * below; a page that fills the window takes the whole from `--lab-covered`.
 * @param part The part’s name.
 * @param height How much it covers, in CSS pixels.
 */
export function keepClear(part: (typeof PARTS)[number], height: number): void {
  document.documentElement.style.setProperty(`--lab-${part}`, `${height}px`);
  endPage();
}

/**
 * Ends the page above all of them, and above the dock where that is a sheet (`--lab-sheet`, `Dock/dock-room.css`). Each part comes with a
 * script of its own, so what the others cover is read from where they wrote it.
 */
export function endPage(): void {
  const { style } = document.documentElement;
  const whole = PARTS.reduce(
    (sum, part) => sum + (Number.parseFloat(style.getPropertyValue(`--lab-${part}`)) || 0),
    0,
  );
  style.setProperty('--lab-covered', `${whole}px`);
  style.paddingBlockEnd = `calc(${whole}px + var(--lab-sheet, 0px))`;
  style.scrollPaddingBlockEnd = `calc(var(--lab-banner, 0px) + ${whole}px + var(--lab-sheet, 0px))`;
}
