/** A question of an earlier lesson that may come back. */
export interface Candidate {
  /** Its lesson and name, as `lesson/quiz`. */
  key: string;
  /** Whether what was last answered to it is not right. */
  isMissed: boolean;
  /** When it was last asked; 0 where it never was. */
  seen: number;
}

/** What was answered so short a while ago is still in mind, and no question to the memory. */
const STILL_IN_MIND = 20 * 60 * 1000;

/**
 * The questions that come back, two at most and none that was answered a while ago: those that were missed before the others, and of each the one that was longest not asked. What came back
 * last comes only where there is nothing else.
 */
export function chooseTwo(all: readonly Candidate[], last: readonly string[], now: number): string[] {
  const rank = ({ key, isMissed }: Candidate): number => (last.includes(key) ? 2 : isMissed ? 0 : 1);
  return all
    .filter(({ seen }) => seen === 0 || now - seen >= STILL_IN_MIND)
    .toSorted((one, other) => rank(one) - rank(other) || one.seen - other.seen)
    .slice(0, 2)
    .map(({ key }) => key);
}
