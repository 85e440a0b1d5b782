import type { FilterPart } from '../../Client/Kit/Hits/filter';
import type { Row } from '../../Client/Kit/Hits/rows';

/** A part of the filter that is chosen from a list. */
export type ChosenPart = Exclude<FilterPart, 'text'>;

/** The values that each part of the filter can take. They are noted as rows come, so that offering them walks through no rows. */
export class Choices {
  readonly #values = { vendor: new Set<string>(), site: new Set<string>(), event: new Set<string>() };

  note(row: Row): void {
    this.#add('vendor', row.vendor);
    this.#add('site', row.site);
    // What is no company's has a kind, but no event.
    this.#add('event', row.vendor && row.event);
  }

  /** The values of a part, and with them the one that is chosen. */
  of(part: ChosenPart, chosen: string): string[] {
    const values = new Set(this.#values[part]);
    return [...(chosen ? values.add(chosen) : values)].sort();
  }

  /** Begins anew with the rows that are left. */
  noteAgain(rows: readonly Row[]): void {
    Object.values(this.#values).forEach((values) => values.clear());
    rows.forEach((row) => this.note(row));
  }

  #add(part: ChosenPart, value: string): void {
    if (value) {
      this.#values[part].add(value);
    }
  }
}
