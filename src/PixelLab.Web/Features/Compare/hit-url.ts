/** The address at which the panel shows a hit. */
export function hitUrl(panel: string, id: number): string {
  return `${panel}?hit=${id}`;
}
