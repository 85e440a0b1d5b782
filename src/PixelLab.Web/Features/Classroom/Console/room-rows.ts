import { ShownRows } from '../../Panel/shown-rows';
import type { Row } from '../../../Client/Kit/Hits/rows';

/** The most rows that are kept; older ones are in the students’ own panels. */
const MOST_ROWS = 10_000;

/** What sorts of row are shown. */
export type Sort = 'arrivals' | 'hit' | 'missing' | 'visit' | 'everything';

/** The rows of a whole room: the panel’s, which can be narrowed to a student and to a sort. */
export class RoomRows extends ShownRows {
  /** The seat whose rows are shown alone; empty for all. */
  only = '';
  sort: Sort = 'arrivals';

  /** Narrows the list. */
  narrow(to: { only?: string; sort?: Sort }): void {
    this.only = to.only ?? this.only;
    this.sort = to.sort ?? this.sort;
    this.set({ everything: this.sort === 'everything' || this.sort === 'visit' });
  }

  /** Who was erased is erased here too. */
  dropSeat(seat: string): void {
    this.book.drop((row) => row.seat === seat);
    this.showWhatIsLeft();
  }

  /** Forgets the oldest rows where there are too many. */
  trim(): void {
    if (this.book.trim(MOST_ROWS)) {
      this.showWhatIsLeft();
    }
  }

  protected override belongs(row: Row): boolean {
    return (
      super.belongs(row) &&
      (!this.only || row.seat === this.only) &&
      (this.sort === 'arrivals' || this.sort === 'everything' || row.kind === this.sort)
    );
  }
}
