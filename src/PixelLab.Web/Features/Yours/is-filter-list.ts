/** How much of a thing is looked at to tell what it is, in bytes, and in lines. */
const LOOKED_AT = 8192;
const LINES = 60;

/** The most bytes of a list: the largest that people use have a tenth of it. */
export const MOST_LIST = 32 * 1024 * 1024;

const HEAD = /^\uFEFF?\s*\[(?:adblock|uBlock)/i;
const LINE = /^(?:!|\|\||@@|##|[^\s/]*#@?[#?$]#?)/;

/** Whether something is a list of a blocker's rules: its first line says so, or most of its first lines look so. */
export async function isFilterList(what: Blob): Promise<boolean> {
  if (what.size > MOST_LIST) {
    return false;
  }
  const text = await what.slice(0, LOOKED_AT).text();
  const lines = text.split(/\r?\n/, LINES).filter((line) => line.trim());
  return (
    HEAD.test(text) || (lines.length > 0 && lines.filter((line) => LINE.test(line)).length * 2 > lines.length)
  );
}
