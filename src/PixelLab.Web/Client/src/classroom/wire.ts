import type { WholeEvent } from '../wire';

/** Rooms as API and hub send them (`Classroom/RoomViews.cs`). Members without a value are left out. */
export interface RoomMade {
  code: string;
  key: string;
  console: string;
}

export interface RoomDoor {
  code: string;
  students: number;
  isFull: boolean;
  isClosed: boolean;
  ends: string;
}

export interface StudentMade {
  seat: string;
  name: string;
  recovery?: string;
  lab: string;
}

export interface PollView {
  question: string;
  options: string[];
  own?: number;
  counts?: number[];
}

export interface StudentView {
  code: string;
  name: string;
  isFrozen: boolean;
  sent?: { url: string; number: number };
  spotlight?: { event: WholeEvent; field?: string };
  poll?: PollView;
}

export interface StudentLine {
  seat: string;
  name: string;
  joined: string;
  /** Nobody sits there: simulated people walk in this seat. */
  isSimulated: boolean;
}

export interface ConsoleView {
  code: string;
  spoken: string;
  join: string;
  ends: string;
  isClosed: boolean;
  isFrozen: boolean;
  students: StudentLine[];
  followed?: number;
  spotlight?: number;
  poll?: PollView;
  traffic?: { people: number; perSecond: number; until: string };
}
