/** Rooms as API, hub and pages send them, as the lab itself describes them (`Client/wire.mjs`). What has no value is left out. */
export type {
  ConsoleView,
  LessonChoice,
  PollView,
  PredictionView as Prediction,
  RoomAction,
  RoomGlance as RoomDoor,
  RoomLessonView as RoomLesson,
  RoomMade,
  RoomProgressView as RoomProgress,
  RoomSwitch,
  SeatMade,
  StudentLine,
  StudentMade,
  StudentView,
  SwitchedView,
  TrafficWanted,
} from '../../obj/client/api';
