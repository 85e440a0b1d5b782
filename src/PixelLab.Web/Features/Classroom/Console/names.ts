import { consoleWords as words } from '../../../Client/Kit/Words/console';
import type { ConsoleView, StudentLine } from '../wire';

/** The students who are people. */
export function people(room: ConsoleView): readonly StudentLine[] {
  return room.students.filter((student) => !student.isSimulated);
}

/** What each seat is called: the friendly name, or on a wall, which everybody sees, a number. */
export function namesOf(room: ConsoleView, isProjected: boolean): ReadonlyMap<string, string> {
  const numbers = new Map(
    people(room).map((student, index) => [student.seat, words.say('student', { number: index + 1 })]),
  );
  return new Map(
    room.students.map(({ seat, name }) => [seat, (isProjected ? numbers.get(seat) : undefined) ?? name]),
  );
}
