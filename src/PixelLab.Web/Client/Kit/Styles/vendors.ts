import { css, type CSSResult, unsafeCSS } from 'lit';

/** How a company is told from the others, as its manifest says it (`Pages/VendorLooks.razor`). */
export interface VendorLook {
  /** How it writes its name. */
  title: string;
  /** Its colour in light and in dark. */
  colour: string;
  /** The lines of its mark. */
  shape: string;
  /** What it does; follows its name. */
  does: string;
  /** Whether it knows browsers again by cookies. */
  hasCookies: boolean;
}

/** The companies that the page knows, by name. */
export const vendors: ReadonlyMap<string, VendorLook> = new Map(
  Object.entries(
    JSON.parse(document.getElementById('lab-vendors')?.textContent || '{}') as Record<string, VendorLook>,
  ),
);

/** A company’s name as it writes it itself. */
export function titleOf(vendor: string): string {
  return vendors.get(vendor)?.title ?? vendor;
}

/** What carries a company’s name stands in its colour. */
export const vendorColours: CSSResult[] = [...vendors].map(
  ([name, { colour }]) => css`
    .vendor[data-vendor='${unsafeCSS(name)}'] {
      color: ${unsafeCSS(colour)};
    }
  `,
);
