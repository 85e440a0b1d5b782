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

/** The places of the right answers, as an element lists them: `quiz-1:2 quiz-2:0`. */
export function rightOf(element: HTMLElement): Record<string, number> {
  const listed = (element.dataset.right ?? '').split(' ').filter(Boolean);
  return Object.fromEntries(
    listed.map((one) => {
      const [name = '', place = ''] = one.split(':');
      return [name, Number(place)];
    }),
  );
}

/** The words for both rounds, with their numbers; undefined as long as the second one is not answered. */
export function changeOf(
  right: Readonly<Record<string, number>>,
  first: Readonly<Record<string, readonly number[]>>,
  second: Readonly<Record<string, readonly number[]>>,
): [string, ...number[]] | undefined {
  const [before, now] = [scoreOf(right, first), scoreOf(right, second)];
  if (now.of === 0 || now.of < Object.keys(right).length) {
    return undefined;
  }
  return before.of > 0
    ? ['questionsChange', before.right, before.of, now.right, now.of]
    : ['questionsScore', now.right, now.of];
}
