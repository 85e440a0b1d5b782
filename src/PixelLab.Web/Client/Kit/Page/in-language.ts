/**
 * An address of the lab's API or hub, with the page's language where it is not English: what the server then says in words,
 * it says in that language (`Languages/PageLanguage.cs`).
 */
export function inLanguage(address: string): string {
  const { lang } = document.documentElement;
  return lang === '' || lang === 'en'
    ? address
    : `${address}${address.includes('?') ? '&' : '?'}lang=${encodeURIComponent(lang)}`;
}
