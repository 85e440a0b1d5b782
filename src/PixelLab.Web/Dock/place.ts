import { endPage } from '../Client/Kit/Page/keep-clear';

const DOTS_KEY = 'pixellab-dots';
const OPEN_KEY = 'pixellab-dock';
const SHEET_KEY = 'pixellab-sheet';

/** Where a seat's first hit is looked for: before it stand the page that was opened and what it planted. */
const BEFORE_FIRST_HIT = 40;

/** From this width on the dock stands beside the page; below it lies over its foot. */
const WIDE = matchMedia('(min-width: 64rem)');

/** The sheet that makes room beside the page, so that the dock covers nothing of it; the page brings it along. */
const room = document.querySelector<HTMLLinkElement>('#lab-dock-room');

export function letRoom(isOpen: boolean): void {
  if (room) {
    room.disabled = !isOpen;
  }
  endPage();
}

/**
 * Whether the sheet opens by itself now: on a narrow screen, once, at the first hit of a seat. A site keeps what it remembers to itself,
 * so the seat's own events say whether this is the first.
 * @param api The address of the seat's API.
 * @param hits The hits of this page so far.
 */
export async function isToShow(api: string, hits: readonly number[]): Promise<boolean> {
  // Nothing that one is asked to press may lie under it: neither the story's way on nor a banner's answers.
  if (WIDE.matches || document.querySelector('lab-story, .consent-banner') || isShown()) {
    return false;
  }
  const reply = await fetch(`${api}/events?limit=${BEFORE_FIRST_HIT}`).catch(() => undefined);
  const events = reply?.ok ? ((await reply.json()) as { events: { id: number; kind: string }[] }).events : [];
  const first = events.find((event) => event.kind === 'hit');
  return first !== undefined && hits.includes(first.id);
}

function isShown(): boolean {
  try {
    const shown = localStorage.getItem(SHEET_KEY) !== null;
    localStorage.setItem(SHEET_KEY, 'shown');
    return shown;
  } catch {
    return false;
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
