import { inLanguage } from '../Page/in-language';
import type { Row } from './rows';
import type { Hit, LabEvent } from '../Wire/wire';

/** Why the chosen hit cannot be read. */
export type ReadingProblem = 'gone' | 'away';

/**
 * The row that a person has chosen, and the hit behind it, which is fetched whole. Only the newest choice counts: an answer
 * that comes late changes nothing that was chosen since.
 */
export class ChosenHit {
  row: Row | undefined;
  event: Hit | undefined;
  /** The id of the event that was asked for, also while it is on its way. */
  id: number | undefined;
  problem: ReadingProblem | undefined;
  #asked = 0;

  constructor(
    private readonly api: string,
    private readonly changed: () => void,
    /** The row that shows an event, where it is there already. */
    private readonly rowOf: (id: number) => Row | undefined = () => undefined,
  ) {}

  choose(row: Row): void {
    this.drop();
    this.row = row;
    this.id = row.id;
    if (row.kind === 'hit') {
      void this.read(row.id);
    }
  }

  /** Nothing is chosen; whatever was asked for and has not come is of no interest any more. */
  drop(): void {
    this.#asked++;
    this.row = undefined;
    this.event = undefined;
    this.id = undefined;
    this.problem = undefined;
  }

  /** Fetches an event; what is shown now stays until it is there. */
  async read(id: number): Promise<void> {
    const asked = ++this.#asked;
    this.id = id;
    const answer = await this.#fetch(id);
    if (asked !== this.#asked) {
      return;
    }
    if (typeof answer === 'string') {
      this.problem = answer;
    } else if (answer.kind === 'hit') {
      this.event = answer;
      this.problem = undefined;
    } else {
      // A planted pixel, for example: its row says what became of it.
      this.row = this.rowOf(id) ?? this.row;
    }
    this.changed();
  }

  async #fetch(id: number): Promise<LabEvent | ReadingProblem> {
    try {
      const response = await fetch(inLanguage(`${this.api}/events/${id}`));
      return response.ok ? ((await response.json()) as LabEvent) : 'gone';
    } catch {
      return 'away';
    }
  }
}
