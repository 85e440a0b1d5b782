const READ_KEY = 'pixellab-recovery-read';

/** Which recovery was put away on this page, where the browser keeps nothing. */
let read = '';

/** Whether somebody has put away in this browser what the start of a time has recovered. */
export function isRead(at: string): boolean {
  try {
    return (localStorage.getItem(READ_KEY) ?? read) === at;
  } catch {
    return read === at;
  }
}

export function markRead(at: string): void {
  read = at;
  try {
    localStorage.setItem(READ_KEY, at);
  } catch {
    // Without storage it comes again with the next page.
  }
}
