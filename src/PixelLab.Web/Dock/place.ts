const DOTS_KEY = 'pixellab-dots';
const OPEN_KEY = 'pixellab-dock';

/** From this width on the dock stands beside the page; below it lies over its foot. */
const WIDE = matchMedia('(min-width: 64rem)');

/** The sheet that makes room beside the page, so that the dock covers nothing of it; the page brings it along. */
const room = document.querySelector<HTMLLinkElement>('#lab-dock-room');

export function letRoom(isOpen: boolean): void {
  if (room) {
    room.disabled = !isOpen;
  }
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
export function readDots(): boolean {
  const isStory = document.querySelector('lab-story') !== null;
  try {
    return (localStorage.getItem(DOTS_KEY) ?? (isStory ? 'on' : 'off')) === 'on';
  } catch {
    return isStory;
  }
}

export function keepDots(shown: boolean): void {
  try {
    localStorage.setItem(DOTS_KEY, shown ? 'on' : 'off');
  } catch {
    // Without storage they are chosen anew on every page.
  }
}
