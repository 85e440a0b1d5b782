import { endPage } from '../Client/Kit/Page/keep-clear';

const OPEN_KEY = 'pixellab-dock';

/** From this width on the dock stands beside the page; below it lies over its foot. */
const WIDE = matchMedia('(min-width: 64rem)');

/** The sheet that makes room beside the page, so that the dock covers nothing of it; the page brings it along. */
const room = document.querySelector<HTMLLinkElement>('#lab-dock-room');

/** Whether the window is so wide that the dock stands beside the page. */
export function isWide(): boolean {
  return WIDE.matches;
}

export function letRoom(isOpen: boolean): void {
  if (room) {
    room.disabled = !isOpen;
  }
  endPage();
}

/** Whether the sheet may open by itself: on a narrow screen, and over nothing that one is asked to press or to read, the story's way on, a banner's answers or a letter. */
export function hasRoom(): boolean {
  return !WIDE.matches && !document.querySelector('lab-story, .consent-banner, .message');
}

/** Open beside a wide page unless it was closed; on a narrow screen closed unless it was opened. */
export function readOpen(): boolean {
  try {
    const kept = localStorage.getItem(OPEN_KEY);
    return kept ? kept === 'open' && WIDE.matches : WIDE.matches;
  } catch {
    return WIDE.matches;
  }
}

export function keepOpen(open: boolean): void {
  if (!WIDE.matches) {
    return;
  }
  try {
    localStorage.setItem(OPEN_KEY, open ? 'open' : 'closed');
  } catch {
    // Without storage the dock stands open on every page.
  }
}

/** Whether the page's pixels are drawn: as it was chosen last, and until then while the story is told. */
export function areDotsWanted(chosen: string): boolean {
  return chosen ? chosen === 'on' : document.querySelector('lab-story') !== null;
}
