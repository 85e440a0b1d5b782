/**
 * The script that the analytics vendor "metrics" hands to its customers. It is what a real one is like: small, asking
 * nobody, and able to tell what a bare image cannot: title, screen, scrolling, clicks, time in view. It stores nothing.
 */

/** How often it says that the page is still in view, in milliseconds. */
const HEARTBEAT = 15_000;
const DEPTHS = [25, 50, 75, 100];

const script = document.currentScript ?? document.querySelector('script[data-endpoint][data-property]');

if (script instanceof HTMLScriptElement && script.dataset.endpoint && script.dataset.plant) {
  run(script, script.dataset.endpoint, script.dataset.plant);
}

function run(tag: HTMLScriptElement, endpoint: string, plant: string): void {
  const pageView = plant.split('.')[0] ?? plant;
  let count = 0;
  let inViewSince = document.visibilityState === 'visible' ? performance.now() : 0;
  let inView = 0;
  let deepest = 0;

  // For the lab's dock: the script has run, so a missing pixel is not the script's fault.
  tag.dataset.ran = 'true';

  const address = (event: string, more: Record<string, string>): string => {
    const query = new URLSearchParams({
      v: '1',
      tid: tag.dataset.property ?? '',
      en: event,
      dl: location.href,
      dr: document.referrer,
      dt: document.title,
      ul: navigator.language.toLowerCase(),
      sr: `${screen.width}x${screen.height}`,
      vp: `${innerWidth}x${innerHeight}`,
      sd: `${screen.colorDepth}-bit`,
      tz: String(-new Date().getTimezoneOffset()),
      _p: pageView,
      _s: String(++count),
      ...(tag.dataset.user ? { uid: tag.dataset.user } : {}),
      ...(tag.dataset.consent ? { gcs: tag.dataset.consent } : {}),
      ...more,
      z: count === 1 ? plant : `${pageView}.m${count}`,
    });
    return `${endpoint}?${query}`;
  };

  const image = (event: string, more: Record<string, string> = {}): void => {
    const pixel = new Image(1, 1);
    if (tag.referrerPolicy) {
      pixel.referrerPolicy = tag.referrerPolicy;
    }
    pixel.src = address(event, more);
  };

  // A page that is being left cancels its images; a beacon outlives it (Beacon specification).
  const beacon = (event: string, more: Record<string, string> = {}): void => {
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- a browser can be told to have none
    if (!navigator.sendBeacon?.(address(event, more))) {
      count--;
    }
  };

  const takeTimeInView = (): string => {
    const now = performance.now();
    if (inViewSince) {
      inView += now - inViewSince;
      inViewSince = document.visibilityState === 'visible' ? now : 0;
    }
    const taken = Math.round(inView);
    inView = 0;
    return String(taken);
  };

  const begin = (): void => {
    image('page_view');

    setInterval(() => {
      if (document.visibilityState === 'visible') {
        image('user_engagement', { _et: takeTimeInView() });
      }
    }, HEARTBEAT);

    addEventListener('scroll', measureDepth, { passive: true });

    document.addEventListener(
      'click',
      (click) => {
        const target = click.target instanceof Element ? click.target.closest('a, button') : null;
        if (target && !target.closest('lab-dock')) {
          beacon('click', {
            'ep.link_text': target.textContent.trim().replace(/\s+/g, ' ').slice(0, 80),
            ...(target.id ? { 'ep.link_id': target.id.slice(0, 80) } : {}),
            ...(target instanceof HTMLAnchorElement ? { 'ep.link_url': target.href.slice(0, 500) } : {}),
          });
        }
      },
      { capture: true },
    );

    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') {
        beacon('user_engagement', { _et: takeTimeInView() });
      } else {
        inViewSince = performance.now();
      }
    });
  };

  const measureDepth = (): void => {
    const height = document.documentElement.scrollHeight - innerHeight;
    const depth = height <= 0 ? 100 : (100 * scrollY) / height;
    for (const step of DEPTHS) {
      // A pixel's rounding must not keep the last step from being reached.
      if (step > deepest && depth >= step - 0.5) {
        deepest = step;
        image('scroll', { 'epn.percent_scrolled': String(step) });
      }
    }
  };

  // A page that the browser only prepares, or opens in the background, counts when somebody sees it.
  const whenSeen = (): void => {
    if ((document as Document & { prerendering?: boolean }).prerendering) {
      document.addEventListener('prerenderingchange', whenSeen, { once: true });
    } else if (document.visibilityState === 'visible') {
      inViewSince = performance.now();
      begin();
    } else {
      document.addEventListener('visibilitychange', whenSeen, { once: true });
    }
  };
  whenSeen();
}
