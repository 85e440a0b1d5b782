/** The comparison as the lab itself describes it (`Client/wire.mjs`). What has no value is left out. */
import type { SummaryEvidence } from '../../obj/client/api';

export type {
  CompareView,
  Comparison,
  CookieSpecimen,
  Evidence,
  EvidenceCell,
  EvidenceRow,
  ExperimentView as Experiment,
  Lens as LensName,
  LensView,
  PairSide,
  PairView,
  PairedPart,
  TimeRun,
  VisitorProfile,
} from '../../obj/client/api';

export type SummaryLine = keyof SummaryEvidence;
