export interface LensView {
  lens: 'pixel' | 'cookie' | 'both';
  visitors: number;
  precision: number;
  recall: number;
  browserPrecision: number;
  browserRecall: number;
  ads: number;
  afterPurchase: number;
  wrongPerson: number;
  wasted: number;
  spent: number;
  wastedEuros: number;
}

export interface Opens {
  sent: number;
  believed: number;
  opened: number;
  overCounted: number;
  missed: number;
}

export interface ResultView {
  people: number;
  browsers: number;
  pages: number;
  planted: number;
  hits: number;
  lenses: readonly LensView[];
  opens: Opens;
}

export interface PointView {
  share: number;
  label: string;
  people: number;
  lenses: readonly LensView[];
  opens: Opens;
}

export interface RunView {
  id: string;
  state: 'running' | 'done' | 'cancelled' | 'failed';
  share: number;
  result?: ResultView;
  curve?: readonly PointView[];
  /** Why it broke off, where that is for the person to know. */
  problem?: string;
  walk?: { seat: string; panel: string; reports: string; compare: string };
}
