import type { Experiment } from './wire';

/** Tells the lab that the person is about to try something, so that what they do next fills its row. */
export async function beginExperiment(
  api: string,
  experiment: Experiment,
): Promise<'begun' | 'refused' | 'lost'> {
  try {
    const response = await fetch(`${api}/experiments`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ experiment: experiment.name }),
    });
    return response.ok ? 'begun' : 'refused';
  } catch {
    return 'lost';
  }
}
