import { answerWords as words } from '../Words/answer';

/** What came of asking the API: an answer, or why there is none, in words for people. The reasons of a refusal are in English. */
export type Answer<T> =
  | { value: T; fault?: undefined }
  /** The status is that of the refusal; 0 where the lab could not be asked. */
  | { value?: undefined; fault: string; refused: boolean; status: number };

/** How the API is asked. */
export interface Asking extends RequestInit {
  headers?: Record<string, string>;
}

/** Asks the API. A refusal comes back as its own words, never as an exception. */
export async function ask<T>(url: string, init: Asking = {}, body?: unknown): Promise<Answer<T>> {
  try {
    const response = await fetch(url, {
      ...init,
      headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...init.headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (response.ok) {
      return { value: (response.status === 204 ? undefined : await response.json()) as T };
    }
    const problem = (await response.json().catch(() => ({}))) as { detail?: string };
    return {
      fault: problem.detail ?? words.say('status', { status: String(response.status) }),
      refused: true,
      status: response.status,
    };
  } catch {
    return { fault: words.say('away'), refused: false, status: 0 };
  }
}

/** What went wrong, in the page’s language; nothing where all went well. */
export function faultOf(answer: Answer<unknown>): string {
  return answer.fault === undefined ? '' : answer.refused ? words.say('refused') : answer.fault;
}
