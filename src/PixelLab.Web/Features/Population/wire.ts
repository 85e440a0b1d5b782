/** The runs of a population as the lab itself describes them (`Client/wire.mjs`). What has no value is left out. */
export type {
  LensScoreView as LensView,
  OpenScore as Opens,
  PointView,
  ResultView,
  RunView,
} from '../../obj/client/api';
