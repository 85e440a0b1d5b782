import type { StepView } from '../../../obj/client/api';
import { keepClear } from '../../../Client/Kit/Page/keep-clear';
import { fold } from './folding';
import { noteStep } from './note';

/** What arrives comes in bursts, and what did not come can be told only a little later, in milliseconds. */
const BURST = 600;

/** The strip of the open lesson's step, which the server has written: it lies in the dock where there is one, and ticks by what arrives. */
const strip = document.querySelector<HTMLElement>('lab-step');
const section = strip?.shadowRoot?.querySelector('section');
const dock = document.querySelector('lab-dock');
let timer: ReturnType<typeof setTimeout> | 0 = 0;

if (strip && section) {
  follow(strip, section);
}

function follow(strip: HTMLElement, section: HTMLElement): void {
  const { api = '', at = '', met = '0', count = '', fold: folded = '' } = strip.dataset;
  const part = <T extends HTMLElement>(name: string): T => section.querySelector<T>(`.${name}`)!;
  const [counted, back, done, says, open, next] = [
    part('count'),
    part<HTMLAnchorElement>('back'),
    part('done'),
    part('says'),
    part('open'),
    part<HTMLAnchorElement>('next'),
  ];

  const fit = dock
    ? fold(strip, section, part('fold'), dock, folded, (whole) => noteStep(api, { whole }))
    : undefined;
  next.addEventListener('click', () => noteStep(api, { task: next.dataset.task ?? '' }));

  // The page is written with what was ticked before it, where that still matters; what ticks here is told.
  const drawn = done.textContent;

  const isAway = (): boolean => strip.hasAttribute('away');
  /** How much of the page lies below it. */
  const covered = (): number => (isAway() || strip.hasAttribute('docked') ? 0 : section.offsetHeight);
  const show = (view: StepView): void => {
    // What stands above it stays there when it has less to say; its shape for the end comes with the next page.
    section.style.minHeight = `${covered()}px`;
    write(done, view.met > +met ? (view.done ?? '') : drawn);
    write(says, view.says);
    write(open, view.open ?? '');
    write(counted, count.replace('{0}', `${view.step}`));
    write(next, view.way ?? '');
    next.href = view.wayUrl ?? '';
    next.dataset.task = view.wayTask ?? '';
    back.href = view.back;
    section.classList.toggle('read', view.isRead);
    fit?.();
  };

  const tell = (): void => {
    timer ||= setTimeout(() => {
      timer = 0;
      void fetch(`${api}/step?at=${encodeURIComponent(at)}`)
        .then(async (reply) => {
          if (reply.status === 200) {
            show((await reply.json()) as StepView);
          }
        })
        .catch(() => undefined);
    }, BURST);
  };

  const text = part('text');
  const endAbove = (): void => {
    keepClear('step', covered());
    // What has to be scrolled can be reached by the keyboard.
    text.tabIndex = text.scrollHeight > text.clientHeight ? 0 : -1;
  };
  /** Put away, it leaves at the dock's foot what brings it back. */
  const stand = (): void => {
    strip.slot = isAway() ? 'foot' : 'step';
  };
  // Without scripts a form leads back to the page; with them the page stays, so the way back is not followed.
  section.addEventListener('submit', (event) => {
    event.preventDefault();
    const { action } = event.target as HTMLFormElement;
    void fetch(action, { method: 'POST', body: new URLSearchParams(), redirect: 'manual' }).then((reply) => {
      if (reply.type === 'opaqueredirect') {
        strip.toggleAttribute('away');
        stand();
        endAbove();
        part(isAway() ? 'return' : 'fold').focus();
        tell();
      }
    });
  });
  if (dock) {
    stand();
    dock.append(strip);
    dock.addEventListener('news', tell);
  }
  // Where the way here was noted while the page was written, it may have been written before that.
  tell();
  // At once, while the browser still scrolls to where an address leads: at the page's end there was no room for that before.
  endAbove();
  strip.setAttribute('measured', '');
  new ResizeObserver(endAbove).observe(section, { box: 'border-box' });
}

/** A screen reader says what changes, and not again what stands there. */
function write(place: HTMLElement, words: string): void {
  if (place.textContent !== words) {
    place.textContent = words;
  }
}
