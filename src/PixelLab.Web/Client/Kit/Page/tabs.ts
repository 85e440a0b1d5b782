/** The tab in which one walks through the town: each link there opens it, or uses it again (`Pages/Tabs.cs`). */
const TOWN = 'pixellab-town';

/** The tab of the panel. */
export const PANEL_TAB = 'pixellab-panel';

/** Where a page that is watched while one walks opens its links: the town's tab, and where it stands in that itself, one beside. */
export function walkingTab(): string {
  return isTown() ? 'pixellab-beside' : TOWN;
}

/** Whether this is the tab in which one walks through the town. */
export function isTown(): boolean {
  return window.name === TOWN;
}
