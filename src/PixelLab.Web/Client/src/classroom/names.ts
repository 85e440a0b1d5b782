import type { ConsoleView } from './wire';

/** What each seat is called: the friendly name, or on a wall, which everybody sees, a number. */
export function namesOf(room: ConsoleView, isProjected: boolean): ReadonlyMap<string, string> {
  return new Map(
    room.students.map((student, index) => [
      student.seat,
      isProjected ? `Student ${index + 1}` : student.name,
    ]),
  );
}
