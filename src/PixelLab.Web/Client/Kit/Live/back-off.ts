/** The shortest pause before a try to connect again, in milliseconds. */
const SHORTEST = 250;

/** The longest pause, in milliseconds. */
const LONGEST = 10_000;

/**
 * How long to wait after so many failures in a row, in milliseconds: each time twice as long, up to a bound, and by chance
 * up to twice that. Without chance a class whose server was away would come back in one moment, again and again.
 */
export function pauseAfter(failures: number, chance: number = Math.random()): number {
  return Math.min(SHORTEST * 2 ** failures, LONGEST / 2) * (1 + chance);
}
