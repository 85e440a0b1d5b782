/** The tab in which one walks through the town: each link there opens it, or uses it again (`Pages/Tabs.cs`). */
export const TOWN_TAB = 'pixellab-town';

/** The tab of the panel. */
const PANEL_TAB = 'pixellab-panel';

/** Where a site's page opens what the lab tells of it: beside it, and in the town's tab in its place, since the lesson stands beside that already. */
export function tellingTab(): string {
  return window.name === TOWN_TAB ? '_self' : PANEL_TAB;
}

/** Whether this tab was opened beside another, and is used again by whatever names it. */
export function isBeside(): boolean {
  return window.name === TOWN_TAB || window.name === PANEL_TAB;
}
