/**
 * The script of a company in the case. It fetches the same pixel as a picture would, and adds what no picture can know: how large the screen
 * is, and what is pressed.
 */

const MOST_WORDS = 60;

const tag = document.currentScript;
if (tag instanceof HTMLScriptElement && tag.dataset.pixel && tag.dataset.plant) {
  tell(tag, tag.dataset.pixel, tag.dataset.plant);
}

function tell(script: HTMLScriptElement, pixel: string, plant: string): void {
  // For the lab's dock: the script has run, so a missing pixel is not the script's fault.
  script.dataset.ran = 'true';
  let presses = 0;

  const address = (more: Record<string, string>): string => {
    const url = new URL(pixel);
    url.searchParams.set('sr', `${screen.width}x${screen.height}`);
    for (const [name, value] of Object.entries(more)) {
      url.searchParams.set(name, value);
    }
    return url.href;
  };

  const image = new Image(1, 1);
  if (script.referrerPolicy) {
    image.referrerPolicy = script.referrerPolicy;
  }
  image.src = address({});

  document.addEventListener(
    'click',
    (click) => {
      const pressed = click.target instanceof Element ? click.target.closest('a, button') : null;
      if (pressed && !pressed.closest('lab-dock')) {
        // A page that is being left cancels its images; a beacon outlives it (Beacon specification).
        navigator.sendBeacon(
          address({
            en: 'click',
            tx: pressed.textContent.trim().replace(/\s+/g, ' ').slice(0, MOST_WORDS),
            z: `${plant.split('.')[0] ?? plant}.k${++presses}`,
          }),
        );
      }
    },
    { capture: true },
  );
}
