/** What was written into a field of a form that is being sent; empty where it has no such field. */
export function fieldOf(sending: Event, name: string): string {
  const value = new FormData(sending.target as HTMLFormElement).get(name);
  return typeof value === 'string' ? value : '';
}
