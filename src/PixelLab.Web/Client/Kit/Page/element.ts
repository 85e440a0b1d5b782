/**
 * Names a class as an element, unless another script of the page has: each bundle brings a copy of what it shares with others,
 * and the room’s strip stands beside whatever a page has of its own.
 */
export function sharedElement(name: string): (type: CustomElementConstructor) => void {
  return (type) => {
    if (!customElements.get(name)) {
      customElements.define(name, type);
    }
  };
}
