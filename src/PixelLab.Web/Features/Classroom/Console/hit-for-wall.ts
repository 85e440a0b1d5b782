import type { Hit } from '../../../Client/Kit/Wire/wire';

/** The hit as a wall may show it, which everybody sees: no seat anywhere, and of its address only the beginning. */
export function hitForWall(event: Hit): Hit {
  let text = JSON.stringify(event);
  for (const [known, instead] of [
    [event.seat, 'seat'],
    [event.address, beginningOf(event.address)],
  ] as const) {
    text = known ? replaceAll(text, known, instead) : text;
  }
  return JSON.parse(text) as Hit;
}

function beginningOf(address: string): string {
  const cut = Math.max(address.lastIndexOf('.'), address.lastIndexOf(':')) + 1;
  return `${address.slice(0, cut)}…`;
}

/** In any case of letters: a hostile page may have written it otherwise. */
function replaceAll(text: string, known: string, instead: string): string {
  return text.replace(new RegExp(known.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi'), () => instead);
}
