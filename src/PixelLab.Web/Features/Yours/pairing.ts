import { companyOf } from './company';
import type { Explained, PairedPart, PairSide, PairView } from './wire';

type Kind = PairedPart['kind'];

/** What stands in the request line, not among what page or script wrote. */
const REQUEST_LINE = new Set(['host', 'path', 'body']);

/**
 * Two brought requests part by part. The lab pairs events of a seat itself; these it does not keep, so the page pairs what it was told of them.
 */
export function pairOf(left: Explained, leftId: number, right: Explained, rightId: number): PairView {
  const [one, other] = [partsOf(left), partsOf(right)];
  const parts = [...new Set([...one.keys(), ...other.keys()])].map((key) =>
    paired(one.get(key), other.get(key)),
  );
  return { left: sideOf(left, leftId), right: sideOf(right, rightId), parts: parts.flat(), leftOut: 0 };
}

interface Part {
  readonly kind: Kind;
  readonly name: string;
  readonly value: string;
}

/** The parts by kind, name and place among those of the same name: some come several times. */
function partsOf(request: Explained): Map<string, Part> {
  const parts = new Map<string, Part>([
    ['method', { kind: 'request', name: 'method', value: request.method }],
  ]);
  for (const { field, source, value } of request.fields) {
    const kind = kindOf(field, source);
    let place = 0;
    while (parts.has(`${kind} ${field} ${place}`)) {
      place++;
    }
    parts.set(`${kind} ${field} ${place}`, { kind, name: field, value });
  }
  return parts;
}

function kindOf(field: string, source: Explained['fields'][number]['source']): Kind {
  switch (source) {
    case 'cookie':
    case 'network':
      return source;
    case 'browser':
      return 'header';
    default:
      return REQUEST_LINE.has(field) ? 'request' : 'query';
  }
}

function paired(left: Part | undefined, right: Part | undefined): PairedPart[] {
  const part = left ?? right;
  return part
    ? [
        {
          kind: part.kind,
          name: part.name,
          ...(left ? { left: left.value } : {}),
          ...(right ? { right: right.value } : {}),
          verdict: !right ? 'left' : !left ? 'right' : left.value === right.value ? 'same' : 'different',
        },
      ]
    : [];
}

function sideOf(request: Explained, id: number): PairSide {
  return {
    id,
    at: '',
    who: request.where,
    words: `${id}: ${request.did} → ${companyOf(request)}`,
    headBytes: 0,
  };
}
