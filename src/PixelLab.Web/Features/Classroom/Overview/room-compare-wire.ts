import type { LensName } from '../../Compare/wire';

/** A room in the eyes of three trackers, as the API sends it (`Features/Classroom/Overview/RoomCompareView.cs`). */
export interface RoomCompareView {
  position: number;
  joined: number;
  simulated: boolean;
  truth: string;
  browsers: number;
  addresses: number;
  hits: number;
  students: StudentThere[];
  lenses: RoomLens[];
}

export interface StudentThere {
  number: number;
  name?: string;
}

export interface RoomLens {
  lens: LensName;
  sentence: string;
  visitors: number;
  known: number;
  mixed: number;
  split: number;
  unseen: number;
  right: number;
  found: number;
  students: StudentSeen[];
  shown: BelievedVisitor[];
}

export interface StudentSeen {
  visitors: number;
  others: number;
}

export interface BelievedVisitor {
  students: number[];
  more: number;
  isSomebody: boolean;
  hits: number;
}
