import { type Answer, ask, type Asking } from '../../../Client/Kit/Page/ask';
import { consoleWords as words } from '../../../Client/Kit/Words/console';
import type { RoomAction, TrafficWanted } from '../wire';

/** What came of an action: words for the instructor, one of the two. */
export interface Outcome {
  said: string;
  fault: string;
}

/** The instructor’s hand on the room: all that is asked of the lab with the key, which goes in a header and in no address. */
export class RoomControl {
  /** Ends what is being read of the room when the room itself is to end: an answer from afterwards would be a refusal. */
  #reading = new AbortController();

  constructor(
    readonly code: string,
    readonly api: string,
    readonly key: string,
    private readonly tell: (outcome: Outcome) => void,
  ) {}

  /** Does something to the room; `said` is told once it is done. */
  async act(action: RoomAction, said = ''): Promise<boolean> {
    return this.#tell(await ask(`${this.api}/actions`, this.#asking('POST'), action), said);
  }

  /** Does what a form says: its fields are the action’s members. */
  async submit(event: Event, what: RoomAction['do'], said: string): Promise<boolean> {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.target as HTMLFormElement));
    return this.act({ do: what, ...fields } as RoomAction, said);
  }

  /** Asks for something below the room’s address; undefined where it is not there. */
  async get<T>(path: string): Promise<T | undefined> {
    return (await ask<T>(this.api + path, { ...this.#asking('GET'), signal: this.#reading.signal })).value;
  }

  /** Lets simulated people walk in the room. */
  async startTraffic(wanted: TrafficWanted): Promise<boolean> {
    return this.#tell(await ask(`${this.api}/traffic`, this.#asking('POST'), wanted), words.say('walkIn'));
  }

  async stopTraffic(): Promise<boolean> {
    return this.#tell(await ask(`${this.api}/traffic`, this.#asking('DELETE')), words.say('goHome'));
  }

  /** Ends the room; nothing more is read of it, unless it could not be ended. */
  async end(): Promise<void> {
    this.#reading.abort();
    if (!this.#tell(await ask(this.api, this.#asking('DELETE')), '')) {
      this.#reading = new AbortController();
    }
  }

  /** Saves everything in the room as a file. */
  async export(): Promise<void> {
    const response = await fetch(`${this.api}/export`, this.#asking('GET')).catch(() => undefined);
    if (!response?.ok) {
      this.tell({ said: '', fault: words.say('noFile') });
      return;
    }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await response.blob());
    link.download = `pixellab-room-${this.code}.zip`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  #asking(method: string): Asking {
    return { method, headers: { 'X-Room-Key': this.key } };
  }

  #tell(answer: Answer<unknown>, said: string): boolean {
    const fault = answer.fault ?? '';
    this.tell({ said: fault ? '' : said, fault });
    return fault === '';
  }
}
