/** How long a drawn frame is waited for at most, in milliseconds: a page in the background is given none. */
const LONGEST = 100;

/** Waits until the browser has drawn what was changed, so that what follows runs in a task of its own. */
export function afterDrawing(): Promise<void> {
  return new Promise((resolve) => {
    const timer = window.setTimeout(resolve, LONGEST);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      window.setTimeout(resolve, 0);
    });
  });
}

/** Ends the task at hand, so that what follows runs in another. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    window.setTimeout(resolve, 0);
  });
}
