import { isBeside } from '../../Client/Kit/Page/tabs';

/** How long the other tabs of this browser have to tell that they show lessons, in milliseconds. */
const ANSWER = 250;

type Word =
  | { says: 'who'; from: number }
  | { says: 'here'; to: number; from: number; path: string }
  | { says: 'go'; to: number; url: string };

/**
 * The way back from the town leads to the lesson in the town's own tab, since no site finds another tab by its name. Where another tab of this browser
 * shows lessons already, that one is where the reader was: it shows this lesson, and the tab that came beside it ends. Where none does, this tab is the
 * lesson's from now on, and no other beside it: a way into the town would replace the lesson.
 */
export function backWhereItBegan(isLesson: boolean): void {
  const isNew = isLesson && isBeside();
  if (isNew) {
    window.name = '';
    if (isBackAtOpener()) {
      return;
    }
  }
  const channel = new BroadcastChannel('pixellab-lessons');
  const me = Math.random();
  const others: Extract<Word, { says: 'here' }>[] = [];
  // The list of lessons may be looked at anywhere; in the town's tab it is no place to go back to.
  let isSettled = !isNew && !isBeside();
  channel.addEventListener('message', ({ data: word }: MessageEvent<Word>) => {
    if (word.says === 'who' && isSettled) {
      channel.postMessage({ says: 'here', to: word.from, from: me, path: location.pathname } satisfies Word);
    } else if (word.says === 'here' && word.to === me) {
      others.push(word);
    } else if (word.says === 'go' && word.to === me && leadsToLessons(word.url)) {
      location.assign(word.url);
    }
  });
  if (isNew) {
    channel.postMessage({ says: 'who', from: me } satisfies Word);
    setTimeout(() => {
      const mine = others.filter(({ path }) => isOfSeat(path));
      const [there] = mine.filter(({ path }) => path === location.pathname).concat(mine);
      if (there && there.path !== location.pathname) {
        channel.postMessage({ says: 'go', to: there.from, url: location.href } satisfies Word);
      }
      if (there) {
        window.close();
      }
      isSettled = true;
    }, ANSWER);
  }
}

function isBackAtOpener(): boolean {
  try {
    const opener = window.opener as Window | null;
    const path = opener?.closed === false ? opener.location.pathname : '';
    if (!opener || !isOfSeat(path)) {
      return false;
    }
    if (path !== location.pathname) {
      opener.location.assign(location.href);
    }
    window.close();
    return true;
  } catch {
    // Another site's page by now.
    return false;
  }
}

/** Other pages of this origin may speak on the channel too, and name any address. */
function leadsToLessons(url: string): boolean {
  const { origin, pathname } = new URL(url);
  return origin === location.origin && isOfSeat(pathname);
}

/** Whether a path is one of the lessons' pages in this page's seat. */
function isOfSeat(path: string): boolean {
  const [seat] = location.pathname.split('/lessons');
  return path === `${seat}/lessons` || path.startsWith(`${seat}/lessons/`);
}
