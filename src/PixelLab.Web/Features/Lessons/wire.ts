/** How a lesson stands in a seat, as the lab itself describes it (`Client/wire.mjs`). What has no value is left out. */
export type { LessonStateView as LessonState, OpenView as Open } from '../../obj/client/api';
