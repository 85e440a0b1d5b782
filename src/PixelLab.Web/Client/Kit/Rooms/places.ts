/**
 * Who one is in a room that was joined in this browser, and the words to come back by. So who closes the tab, or opens the address on
 * the board once more, comes back as the same student. It is kept here and nowhere else.
 */
export interface PlaceInRoom {
  readonly name: string;
  readonly recovery: string;
}

const PREFIX = 'pixellab-place-';

/** Whether something in the browser's storage is somebody's place in a room. */
export function isPlace(name: string): boolean {
  return name.startsWith(PREFIX);
}

/** Keeps a place. Those in other rooms go: they were somebody's in a class before. */
export function keepPlace(code: string, place: PlaceInRoom): void {
  try {
    for (const name of Object.keys(localStorage).filter(isPlace)) {
      localStorage.removeItem(name);
    }
    localStorage.setItem(PREFIX + code, JSON.stringify(place));
  } catch {
    // Without storage the words have to be typed in.
  }
}

export function placeIn(code: string): PlaceInRoom | undefined {
  try {
    const { name, recovery } = JSON.parse(
      localStorage.getItem(PREFIX + code) ?? '{}',
    ) as Partial<PlaceInRoom>;
    return typeof name === 'string' && typeof recovery === 'string' ? { name, recovery } : undefined;
  } catch {
    return undefined;
  }
}

export function dropPlace(code: string): void {
  try {
    localStorage.removeItem(PREFIX + code);
  } catch {
    // Nothing was kept.
  }
}
