import english from './en/panel.json';
import { Speaker } from './say';

/** The words of the panel. */
export const panelWords = new Speaker('panel', english);
