import { answerWords } from '../../Client/Kit/Words/answer';
import { yoursWords as words } from '../../Client/Kit/Words/yours';

/** Of what is longer than so many times what may be kept, nothing is packed to see whether it fits: no recording gets as small as that. */
const HOPELESS = 100;

/** Something that is kept, or to be. */
export interface KeptThing {
  readonly name: string;
  readonly what: Blob;
}

/**
 * Keeps things in the seat, in place of what was kept before.
 * @returns Why they could not be, in a sentence; empty where they are kept.
 */
export async function keep(url: string, mostBytes: number, things: readonly KeptThing[]): Promise<string> {
  const tooLarge = words.say('keepTooLarge', { limit: Math.floor(mostBytes / 1024) });
  if (things.reduce((sum, { what }) => sum + what.size, 0) > mostBytes * HOPELESS) {
    return tooLarge;
  }
  const form = new FormData();
  for (const { name, what } of things) {
    form.append('thing', await packed(what), name);
  }
  const { headers, body } = await whole(form);
  if (body.size > mostBytes) {
    return tooLarge;
  }
  const reply = await fetch(url, { method: 'PUT', headers, body }).catch(() => undefined);
  if (reply?.ok) {
    return '';
  }
  const problem = (await reply?.json().catch(() => ({}))) as { detail?: string } | undefined;
  return problem?.detail ?? answerWords.say('status', { status: String(reply?.status ?? 0) });
}

/** What this browser keeps in the seat. */
export async function findKept(url: string): Promise<KeptThing[]> {
  const reply = await fetch(url).catch(() => undefined);
  if (reply?.status !== 200) {
    return [];
  }
  const form = await reply.formData().catch(() => new FormData());
  return form.getAll('thing').flatMap((what) => (what instanceof File ? [{ name: what.name, what }] : []));
}

/** Throws the key to it away. */
export async function letGo(url: string): Promise<boolean> {
  const reply = await fetch(url, { method: 'DELETE' }).catch(() => undefined);
  return reply?.ok ?? false;
}

/** A form as it goes over the wire, so that it is known how long it is. */
async function whole(form: FormData): Promise<{ headers: Record<string, string>; body: Blob }> {
  const written = new Response(form);
  const type = written.headers.get('content-type') ?? '';
  return { headers: { 'content-type': type }, body: await written.blob() };
}

/** A thing packed with gzip, in which form the lab reads it too; as it is, where it came so. */
async function packed(what: Blob): Promise<Blob> {
  const [first, second] = new Uint8Array(await what.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b
    ? what
    : new Response(what.stream().pipeThrough(new CompressionStream('gzip'))).blob();
}
