import { yoursWords as words } from '../../Client/Kit/Words/yours';
import type { Picture } from './picture';

/** How many requests there are, and to how many companies besides the sites themselves they went. */
export function requestsInWords(picture: Picture): string {
  const { own, requests, toOthers } = picture;
  const companies = words.say('companies', { count: picture.companies().length });
  return own.requests === 0
    ? words.say('done', { count: requests, companies })
    : [
        words.say('requestCount', { count: requests }),
        toOthers === 0 ? words.say('toNobody') : words.say('toOthers', { count: toOthers, companies }),
        words.say('toOwn', { count: own.requests }),
      ].join(' ');
}
