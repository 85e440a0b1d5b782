// The only script in an ad's frame. It tells the network when the ad was seen, as the field counts that: at least half
// of it in view for one second without a break (MRC Viewable Ad Impression Measurement Guidelines, display ads).

const SHARE = 0.5;
const LONG_ENOUGH = 1000;

/** Fires the viewability pixel once, when the ad has been seen. */
function watch(ad: HTMLElement): void {
  const url = ad.dataset.viewable;
  if (!url) {
    return;
  }

  let inView = false;
  let timer: number | undefined;

  const observer = new IntersectionObserver(
    (entries) => {
      inView = (entries.at(-1)?.intersectionRatio ?? 0) >= SHARE;
      count();
    },
    { threshold: SHARE },
  );

  function count(): void {
    window.clearTimeout(timer);
    // A page in a background tab is drawn nowhere, so nobody sees the ad in it.
    if (inView && document.visibilityState === 'visible') {
      timer = window.setTimeout(seen, LONG_ENOUGH);
    }
  }

  function seen(): void {
    observer.disconnect();
    document.removeEventListener('visibilitychange', count);
    new Image(1, 1).src = url!;
  }

  document.addEventListener('visibilitychange', count);
  observer.observe(ad);
}

watch(document.body);
