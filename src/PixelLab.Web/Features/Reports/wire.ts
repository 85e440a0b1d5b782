/** A report as the lab itself describes it (`Client/wire.mjs`). A number that can’t be told is null. */
export type { ReportSheet, ReportUnit } from '../../obj/client/api';
