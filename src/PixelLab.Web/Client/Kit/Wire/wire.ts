import type { EventView as LabEvent } from '../../../obj/client/api';

/** What API and hub send of a seat, as the lab itself describes it (`Client/wire.mjs`). What has no value is left out. */
export type {
  CookieJarView as CookieJar,
  DockState,
  EventView as LabEvent,
  EventViewHitView as Hit,
  EventViewMissingView as Missing,
  EventViewPlantedView as Planted,
  EventViewRefusedView as Refused,
  EventViewVisitView as Visit,
  ExplainedField,
  KnownCompany,
  KnownView,
  FieldSource as Source,
  MissingReason,
  PartView as GifPart,
  ReplyView as Reply,
  StoreView as Store,
} from '../../../obj/client/api';

/**
 * An event of a kind that this page does not know, as it may come to a page that is older than the lab. A kind that a switch
 * forgets does not compile here.
 */
export function unknown(event: never): LabEvent {
  return event;
}
