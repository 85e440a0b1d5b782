import { applyTheme, chooseTheme, otherTheme, theme } from '../Client/Kit/Page/theme';
import { keepTimesLocal } from '../Client/Kit/Words/time';

// Runs before the page is painted, so that nobody sees the other colours first.
applyTheme();

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

/** The button in the bar turns light to dark and back. The sites, which are other origins, hear of it from the seat. */
function showThemes(button: HTMLButtonElement): void {
  const name = (): void => {
    const words = button.dataset[theme()] ?? '';
    button.setAttribute('aria-label', words);
    button.title = words;
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    const chosen = otherTheme();
    chooseTheme(chosen);
    name();
    void fetch(button.dataset.switches ?? '', {
      method: 'POST',
      body: new URLSearchParams({ [button.dataset.name ?? '']: chosen === 'auto' ? '' : chosen }),
      redirect: 'manual',
      keepalive: true,
    }).catch(() => undefined);
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
