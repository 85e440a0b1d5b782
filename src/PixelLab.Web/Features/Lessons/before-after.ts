/** How many questions were answered, and how many of them rightly. */
export interface Score {
  right: number;
  of: number;
}

/** The score of one round. What was answered to questions that are no more counts nothing. */
export function scoreOf(
  right: Readonly<Record<string, number>>,
  answers: Readonly<Record<string, readonly number[]>>,
): Score {
  const asked = Object.entries(right).filter(([name]) => answers[name] !== undefined);
  return {
    right: asked.filter(([name, place]) => answers[name]?.includes(place)).length,
    of: asked.length,
  };
}
