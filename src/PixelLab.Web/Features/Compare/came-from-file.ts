/** How many opened files are remembered. */
const MOST = 50;
const KEY = 'pixellab-opened';

/**
 * Whether a seat’s events came out of a file. The address says so once, when the file has just been opened; this browser
 * remembers it, so that the page does not take a stranger’s visits for one’s own when it is opened again.
 */
export function cameFromFile(seat: string, saysSo: boolean): boolean {
  try {
    const known = (localStorage.getItem(KEY) ?? '').split(' ').filter(Boolean);
    if (saysSo && !known.includes(seat)) {
      localStorage.setItem(KEY, [...known, seat].slice(-MOST).join(' '));
    }
    return saysSo || known.includes(seat);
  } catch {
    return saysSo;
  }
}
