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

/** What is not shown now: the system's own where that is it, so that whoever turns back follows the system again. */
export function otherTheme(): Theme {
  const systems = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const chosen = theme();
  const other = (chosen === 'auto' ? systems : chosen) === 'dark' ? 'light' : 'dark';
  return other === systems ? 'auto' : other;
}

export function chooseTheme(chosen: Theme): void {
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  applyTheme(chosen);
}
