import english from './en/population.json';
import { Speaker } from './say';

/** The words of the page of the simulated town. */
export const populationWords = new Speaker('population', english);
