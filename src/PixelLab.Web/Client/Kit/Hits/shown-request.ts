import type { Hit } from '../Wire/wire';

/** What a single request is shown by: a hit of the lab has all of it, one that somebody brought no more than the first. */
export type ShownRequest = Pick<Hit, 'method' | 'url' | 'headers' | 'body' | 'explained'> &
  Partial<
    Pick<
      Hit,
      | 'at'
      | 'account'
      | 'notesInWords'
      | 'cookies'
      | 'cookiesSet'
      | 'head'
      | 'headBytes'
      | 'bodyBytes'
      | 'protocol'
      | 'reply'
    >
  >;
