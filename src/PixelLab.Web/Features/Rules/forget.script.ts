import { isRoomKey } from '../../Client/Kit/Rooms/keys';
import { isPlace } from '../../Client/Kit/Rooms/places';

// Forgets what pages have noted in this browser, on a step of the way that clears it. Where all hosts share one origin, the lab's own
// notes lie beside those of the sites.
const { butPlace } = document.currentScript?.dataset ?? {};

for (const [storage, stays] of [
  [() => localStorage, (name: string) => isRoomKey(name) || (butPlace !== undefined && isPlace(name))],
  [() => sessionStorage, () => false],
] as const) {
  try {
    const kept = storage();
    for (const name of Object.keys(kept)) {
      if (!stays(name)) {
        kept.removeItem(name);
      }
    }
  } catch {
    // A browser without storage has noted nothing.
  }
}
