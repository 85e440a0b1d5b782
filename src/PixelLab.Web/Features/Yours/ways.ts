import type { Explained } from './wire';

/** How a letter asks for something when it is opened. */
export type Way = 'picture' | 'style' | 'ahead' | 'frame' | 'hidden';

/** The place that the lab tells of what a page or letter asks for ends in a tag with its attribute (`HtmlReader.cs`). */
const TAG = /, (\S+) ([^,]+)$/;

const AHEAD = /preload|prefetch|preconnect|prerender|dns-prefetch/;

/** By which way of HTML a request would be made; pictures are what everybody expects. */
export function wayOf({ where }: Explained): Way {
  const [, tag = '', attribute = ''] = TAG.exec(where) ?? [];
  if (tag === 'img' && attribute === 'src') {
    return 'picture';
  }
  if (AHEAD.test(attribute)) {
    return 'ahead';
  }
  if (tag === 'style' || attribute === 'style' || attribute === 'stylesheet') {
    return 'style';
  }
  return tag === 'iframe' || tag === 'frame' || tag === 'object' || tag === 'embed' ? 'frame' : 'hidden';
}
