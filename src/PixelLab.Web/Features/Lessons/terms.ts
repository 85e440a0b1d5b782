/** What stays free between a word's meaning and the window's edge, in pixels. */
const EDGE = 16;

/** Keeps a word's meaning inside the window, and lets Escape put it away without moving the focus (WCAG 2.2, 1.4.13). */
export function livenTerms(): void {
  const back = (event: Event): void => {
    (event.currentTarget as HTMLElement).classList.remove('dismissed');
  };
  const fit = (event: Event): void => {
    keepInside((event.currentTarget as HTMLElement).querySelector<HTMLElement>('.meaning'));
  };
  for (const term of document.querySelectorAll('.term')) {
    term.addEventListener('pointerenter', fit);
    term.addEventListener('focusin', fit);
    term.addEventListener('pointerleave', back);
    term.addEventListener('focusout', back);
  }
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      for (const term of document.querySelectorAll('.term:is(:hover, :focus-within)')) {
        term.classList.add('dismissed');
      }
    }
  });
}

function keepInside(meaning: HTMLElement | null): void {
  if (!meaning) {
    return;
  }
  meaning.style.translate = '';
  const { left, right } = meaning.getBoundingClientRect();
  const over = right - (document.documentElement.clientWidth - EDGE);
  const under = EDGE - left;
  if (over > 0 || under > 0) {
    meaning.style.translate = `${over > 0 ? -over : under}px`;
  }
}
