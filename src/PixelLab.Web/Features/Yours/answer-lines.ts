const END_OF_LINE = 10;

/** The lines of an answer as they come, each as its bytes: most are kept so, and read again when somebody looks at one. */
export async function* linesOf(answer: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = answer.getReader();
  let begun: Uint8Array[] = [];
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    let rest = read.value;
    for (let end = rest.indexOf(END_OF_LINE); end >= 0; end = rest.indexOf(END_OF_LINE)) {
      yield joined([...begun, rest.subarray(0, end)]);
      begun = [];
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) {
      begun.push(rest);
    }
  }
  if (begun.length > 0) {
    yield joined(begun);
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [first] = pieces;
  if (pieces.length === 1 && first) {
    return first;
  }
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
