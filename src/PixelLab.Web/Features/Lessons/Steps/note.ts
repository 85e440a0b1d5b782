import type { StepNote } from '../../../obj/client/api';

/** Notes to which task one goes, or how one has the step; the page may be left meanwhile. */
export function noteStep(api: string, note: StepNote): void {
  navigator.sendBeacon(`${api}/step`, new Blob([JSON.stringify(note)], { type: 'application/json' }));
}
