import type { WholeEvent } from '../../Client/Kit/Wire/wire';

/** Rooms as API and hub send them (`Features/Classroom/RoomViews.cs`). Members without a value are left out. */
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

/** A fresh seat, for somebody alone (`Features/Seats/SeatEndpoints.cs`). */
export interface SeatMade {
  seat: string;
  /** The address of each site’s front page in it. */
  sites: Record<string, string>;
}

export interface PollView {
  question: string;
  options: string[];
  own?: number;
  counts?: number[];
  before?: number[];
  isShown: boolean;
  /** The lesson’s question that it is. */
  from?: { lesson: string; prediction: string };
}

export interface StudentView {
  code: string;
  name: string;
  isFrozen: boolean;
  sent?: { url: string; number: number };
  spotlight?: { event: WholeEvent; field?: string; number: number };
  poll?: PollView;
  switched: string[];
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
  lesson?: string;
  switched: SwitchedView[];
}

export interface SwitchedView {
  name: string;
  value: string;
  words: string;
}

/** A switch that can be turned for all (`Features/Classroom/RoomSwitches.cs`). */
export interface RoomSwitch {
  name: string;
  title: string;
  choices: { value: string; title: string }[];
}

/** Lessons and how far a room is in one (`Features/Classroom/RoomLessons.cs`). */
export interface LessonChoice {
  slug: string;
  number: number;
  title: string;
}

export interface Prediction {
  id: string;
  question: string;
  options: string[];
}

export interface RoomLesson {
  slug: string;
  title: string;
  predictions: Prediction[];
  sections: { id: string; title: string; notes: string[]; predictions: string[] }[];
}

export interface RoomProgress {
  slug: string;
  title: string;
  tasks: { id: string; words: string; done: number }[];
  students: { seat: string; done: string[] }[];
}
