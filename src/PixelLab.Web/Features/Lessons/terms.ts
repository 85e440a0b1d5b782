/** Escape puts a word's meaning away without moving the focus (WCAG 2.2, 1.4.13). */
export function dismissTerms(): void {
  const back = (event: Event): void => {
    (event.currentTarget as HTMLElement).classList.remove('dismissed');
  };
  for (const term of document.querySelectorAll('.term')) {
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
