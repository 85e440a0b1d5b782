/** A room in the eyes of three trackers, as the lab itself describes it (`Client/wire.mjs`). */
export type {
  BelievedVisitor,
  RoomCompareView,
  RoomLensView as RoomLens,
  StudentSeen,
  StudentThere,
} from '../../../obj/client/api';
