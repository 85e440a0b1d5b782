import { applyTheme, chooseTheme, type Theme, theme } from '../Client/Kit/Page/theme';
import { keepTimesLocal } from '../Client/Kit/Words/time';

// Runs before the page is painted, so that nobody sees the other colours first.
applyTheme();

const AFTER: Record<Theme, Theme> = { auto: 'light', light: 'dark', dark: 'auto' };

document.addEventListener('DOMContentLoaded', () => {
  keepTimesLocal();
  const button = document.querySelector<HTMLButtonElement>('.lab-theme');
  if (button) {
    showThemes(button);
  }
  const more = document.querySelector<HTMLDetailsElement>('.lab-more');
  if (more) {
    closeLikeAMenu(more);
  }
});

/** The button in the bar: like the system, light, dark, and round again. */
function showThemes(button: HTMLButtonElement): void {
  const name = (): void => {
    const words = button.dataset[theme()] ?? '';
    button.setAttribute('aria-label', words);
    button.title = words;
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    chooseTheme(AFTER[theme()]);
    name();
  });
  name();
}

/** A disclosure that lies over the page goes away when one turns to something else. */
function closeLikeAMenu(more: HTMLDetailsElement): void {
  document.addEventListener('click', (event) => {
    if (!more.contains(event.target as Node)) {
      more.open = false;
    }
  });
  more.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !more.contains(event.relatedTarget as Node)) {
      more.open = false;
    }
  });
  more.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && more.open) {
      more.open = false;
      more.querySelector('summary')?.focus();
      event.stopPropagation();
    }
  });
}
