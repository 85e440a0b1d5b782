/** How long a picture may take at least before it counts as one that never comes, in milliseconds. */
const LEAST = 1500;

/** How many times as long as the same file took by another way. */
const TIMES = 4;

/**
 * Whether the browser loads an image of the site's own; undefined where the lab gave no answer from which to tell. With
 * images off an image neither loads nor fails, and a server that is busy keeps it waiting just as long. So its silence counts
 * only once the same file has come as plain data, and several times as long has passed again. If it comes even later, `late`
 * is called.
 */
export async function imagesLoad(url: string, late: () => void): Promise<boolean | undefined> {
  const began = performance.now();
  let isDecided = false;
  const picture = load(fresh(url)).then((loaded) => {
    if (isDecided && loaded) {
      late();
    }
    return loaded;
  });
  const file = fetchFile(fresh(url));
  if (!(await file)) {
    return undefined;
  }
  const took = performance.now() - began;
  const loaded = await Promise.race([picture, after(Math.max(LEAST, took * TIMES))]);
  isDecided = !loaded;
  return loaded;
}

function load(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const image = new Image();
    image.onload = () => resolve(image.naturalWidth > 0);
    image.onerror = () => resolve(false);
    image.src = url;
  });
}

async function fetchFile(url: string): Promise<boolean> {
  try {
    const reply = await fetch(url, { cache: 'no-store' });
    await reply.arrayBuffer();
    return reply.ok;
  } catch {
    return false;
  }
}

/** An address of the file that no cache has. */
function fresh(url: string): string {
  return `${url}?${Math.random().toString(36).slice(2)}`;
}

function after(milliseconds: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), milliseconds));
}
