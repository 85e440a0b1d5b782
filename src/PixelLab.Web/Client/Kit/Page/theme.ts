export type Theme = 'auto' | 'light' | 'dark';

const KEY = 'pixellab-theme';

/** The person's choice, or the system's. A browser without storage has the system's. */
export function theme(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : 'auto';
  } catch {
    return 'auto';
  }
}

export function applyTheme(chosen: Theme = theme()): void {
  if (chosen === 'auto') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = chosen;
  }
}

export function chooseTheme(chosen: Theme): void {
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  applyTheme(chosen);
}
