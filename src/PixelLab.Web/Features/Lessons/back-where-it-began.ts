import { isTown } from '../../Client/Kit/Page/tabs';

/**
 * The way back from the town leads to the lesson in the town's own tab, since no site finds another tab by its name. Where the tab that it was opened
 * from still shows this lesson, that one is where the reader was: the town's tab ends, and the browser goes back to it.
 */
export function backWhereItBegan(): void {
  if (isTown() && showsThis(window.opener as Window | null)) {
    window.close();
  }
}

function showsThis(opener: Window | null): boolean {
  try {
    return opener !== null && !opener.closed && opener.location.pathname === location.pathname;
  } catch {
    // Another site's page by now.
    return false;
  }
}
