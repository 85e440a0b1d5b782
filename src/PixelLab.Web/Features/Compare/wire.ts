/** The comparison as the API sends it (`Features/Compare/CompareView.cs`). Members without a value are left out. */
export interface CompareView {
  state: Comparison;
  total: number;
  next?: string;
  experiments: Experiment[];
}

export type LensName = 'pixel' | 'cookie' | 'both';

export interface Comparison {
  events: number;
  hits: number;
  last: number;
  at?: string;
  image?: number;
  tracking?: CookieSpecimen;
  preference?: CookieSpecimen;
  lastVisit?: { page: string; site?: string; pixel: number; cookie: number };
  lenses: LensView[];
  browsers: string[];
  /** How many invented people walked here; left out where it was no simulated town. */
  people?: number;
  runs: TimeRun[];
  earlierHits: number;
  evidence: EvidenceRow[];
  trying?: string;
  summary: Partial<Record<SummaryLine, number>>;
}

export type SummaryLine =
  | 'image'
  | 'stored'
  | 'sentBack'
  | 'counted'
  | 'advertised'
  | 'preferred'
  | 'withoutCookie'
  | 'refused'
  | 'together';

export interface CookieSpecimen {
  name: string;
  value: string;
  owner: string;
  lifetime?: string;
  attributes: string[];
  set?: number;
  carried: number;
  lastCarried?: number;
}

export interface LensView {
  lens: LensName;
  count: number;
  visitors: VisitorProfile[];
}

export interface VisitorProfile {
  number: number;
  hits: number;
  first: number;
  last: number;
  sites: string[];
  interests: string[];
  purchases: string[];
  opens: number;
  person?: string;
}

export interface TimeRun {
  first: number;
  last: number;
  hits: number;
  site?: string;
  browser: number;
  pixel: number;
  cookie: number;
  both: number;
}

export type Evidence = 'not_tried' | 'recognised' | 'not_recognised' | 'never_seen';

export interface EvidenceCell {
  evidence: Evidence;
  hits: number[];
}

export interface EvidenceRow {
  experiment: string;
  pixel: EvidenceCell;
  cookie: EvidenceCell;
  both: EvidenceCell;
}

export interface Experiment {
  name: string;
  title: string;
  steps: string;
  url: string;
  elsewhere: boolean;
}

export interface PairView {
  left: PairSide;
  right: PairSide;
  parts: PairedPart[];
  leftOut: number;
}

export interface PairSide {
  id: number;
  at: string;
  who: string;
  words: string;
  headBytes: number;
}

export interface PairedPart {
  kind: 'request' | 'query' | 'header' | 'cookie' | 'network';
  name: string;
  left?: string;
  right?: string;
  verdict: 'same' | 'different' | 'left' | 'right';
}
