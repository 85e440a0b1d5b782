/** The keys of rooms that were opened in this browser. Nobody else has them, so they are kept until the room ends. */
const PREFIX = 'pixellab-room-';

export function keepKey(code: string, key: string): void {
  try {
    localStorage.setItem(PREFIX + code, key);
  } catch {
    // Without storage the key has to be typed in again after a reload.
  }
}

export function keyOf(code: string): string {
  try {
    return localStorage.getItem(PREFIX + code) ?? '';
  } catch {
    return '';
  }
}

export function dropKey(code: string): void {
  try {
    localStorage.removeItem(PREFIX + code);
  } catch {
    // Nothing was kept.
  }
}

/** Whether something in the browser's storage is the key of a room. */
export function isRoomKey(name: string): boolean {
  return name.startsWith(PREFIX);
}

/** The codes of the rooms whose keys are kept here. */
export function keptCodes(): string[] {
  try {
    return Object.keys(localStorage)
      .filter(isRoomKey)
      .map((name) => name.slice(PREFIX.length));
  } catch {
    return [];
  }
}
