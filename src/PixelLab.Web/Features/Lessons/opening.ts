/**
 * Tells the lab that this lesson is open, where it does not know yet: the page was fetched ahead, or a page of another host led here. What is
 * done for its checks counts from then on.
 */
export async function open(lesson: HTMLElement): Promise<void> {
  if (lesson.dataset.opened === 'yes') {
    return;
  }
  if ((document as Document & { prerendering?: boolean }).prerendering) {
    await new Promise((seen) => document.addEventListener('prerenderingchange', seen, { once: true }));
  }
  await tell(lesson);
}

/** Lets the lesson’s checks begin to count once more. */
export function openAnew(lesson: HTMLElement): Promise<void> {
  return tell(lesson, '?anew=true');
}

async function tell(lesson: HTMLElement, query = ''): Promise<void> {
  const { api = '', lesson: slug = '' } = lesson.dataset;
  try {
    const reply = await fetch(`${api}/lessons/${slug}/opening${query}`, { method: 'POST' });
    if (reply.ok) {
      lesson.dataset.opened = 'yes';
    }
  } catch {
    // Where the lab is away, its checks do not count either.
  }
}
