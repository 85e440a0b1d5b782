/**
 * Who one is in a room that was joined in this browser, and the words to come back by. So who closes the tab, or opens the address on
 * the board once more, comes back as the same student. It is kept here and nowhere else.
 */
export interface PlaceInRoom {
  readonly name: string;
  readonly recovery: string;
}

const PREFIX = 'pixellab-place-';

export function keepPlace(code: string, place: PlaceInRoom): void {
  try {
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
