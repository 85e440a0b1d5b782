import type { StoryView } from '../../obj/client/api';
import { keepClear } from '../../Client/Kit/Page/keep-clear';

/** The strip of the story, which the server has written: what it says changes with what arrives from this page. */
const strip = document.querySelector('lab-story');
const section = strip?.shadowRoot?.querySelector('section');
const says = section?.querySelector<HTMLElement>('.says');
const next = section?.querySelector<HTMLAnchorElement>('.next');
const proof = section?.querySelector<HTMLAnchorElement>('.proof');
let asked = Promise.resolve();
let isAsked = false;

/** One question after the other, and for many pieces of news at once a single one. */
function tell(): void {
  if (!isAsked) {
    isAsked = true;
    asked = asked.then(async () => {
      isAsked = false;
      const reply = await fetch(strip?.getAttribute('api') ?? '').catch(() => undefined);
      if (reply?.status === 200) {
        show((await reply.json()) as StoryView);
      } else if (reply?.status === 204) {
        // The story was left elsewhere, or ended for the whole class.
        strip?.remove();
        keepClear('story', 0);
      }
    });
  }
}

function show(view: StoryView): void {
  if (!section || !says || !next || !proof) {
    return;
  }
  section.classList.toggle('told', view.isTold);
  // A screen reader says what changes, and not again what stands there.
  if (says.textContent !== view.says) {
    says.textContent = view.says;
  }
  next.textContent = view.next;
  // Without an address it is words and no link: the class waits for its instructor.
  if (view.url) {
    next.href = view.url;
  } else {
    next.removeAttribute('href');
  }
  proof.hidden = !view.request;
  proof.href = view.request ?? '';
}

if (section) {
  const endAbove = (): void => keepClear('story', section.offsetHeight);
  endAbove();
  new ResizeObserver(endAbove).observe(section, { box: 'border-box' });
  document.querySelector('lab-dock')?.addEventListener('news', tell);
  tell();
}
