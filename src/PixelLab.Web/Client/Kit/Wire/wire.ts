/** An event as the hub and the API send it (`Live/EventView.cs`). Members its kind does not have are left out. */
export interface LabEvent {
  id: number;
  kind: string;
  at: string;
  seat: string;
  site?: string;
  vendor?: string;
  page?: string;
  title?: string;
  pageView?: string;
  plant?: string;
  event?: string;
  eventInWords?: string;
  trigger?: string;
  reason?: string;
  detail?: string;
  witness?: string;
  limit?: number;
  method?: string;
  url?: string;
  path?: string;
  query?: NameValue[];
  cookies?: NameValue[];
  address?: string;
  setCookies?: string[];
  protocol?: string;
  headBytes?: number;
  bodyBytes?: number;
  notes?: string[];
  name?: string;
  value?: string;
  regime?: string;
  granted?: string[];
  how?: string;
  person?: string;
  campaign?: string;
  product?: string;
  client?: string;
}

/** One event asked for by its id: with what the list has no use for. */
export interface WholeEvent extends LabEvent {
  headers?: NameValue[];
  head?: string;
  body?: string;
  sentence?: string;
  explained?: ExplainedField[];
  cookiesSet?: ExplainedField[];
  notesInWords?: string[];
  reply?: Reply;
}

export interface NameValue {
  name: string;
  value: string;
}

export type Source = 'network' | 'browser' | 'page' | 'cookie' | 'lab' | 'unknown';

export interface ExplainedField {
  field: string;
  value: string;
  source: Source;
  meaning: string;
  control: string;
}

export interface Reply {
  status: number;
  headers: NameValue[];
  parts: GifPart[];
}

export interface GifPart {
  offset: number;
  hex: string;
  name: string;
  meaning: string;
}

export interface CookieJar {
  verdict: 'open' | 'partitioned' | 'blocked' | 'unknown';
  sentence: string;
  next?: string;
  remark?: string;
  browser?: string;
  hits: number[];
}
