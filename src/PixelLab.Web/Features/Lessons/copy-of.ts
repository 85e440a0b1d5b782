/** What an element holds, once more. */
export function copyOf(element: Element | null | undefined): Node[] {
  return [...(element?.childNodes ?? [])].map((node) => node.cloneNode(true));
}
