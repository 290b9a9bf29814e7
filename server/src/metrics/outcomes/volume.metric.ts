import type { CountMetric } from '../definition.ts';

export const crimeVolume: CountMetric = {
  kind: 'count',
  id: 'outcomes.volume',
  version: 1,
  versionFrom: '2019-04-01',
  label: 'Crimes recorded',
  meaning: 'How many crimes were recorded.',
  polarity: 'neutral',
  decimals: 0,
  cube: 'crime',
  owner: 'Crime registrar',
  overTime: 'sum',
  overAreas: 'sum',
  settles: { afterMonths: 1, reason: 'late-rows' },
  dimensions: [
    { id: 'domesticAbuse', role: 'partition' },
    { id: 'offenceGroup', role: 'partition' },
    { id: 'victimSex', role: 'partition' },
    { id: 'victimAgeBand', role: 'partition' },
    { id: 'victimEthnicity', role: 'partition' },
    { id: 'relationship', role: 'partition' },
    { id: 'risk', role: 'partition' },
  ],
  numeratorText: 'Crimes recorded',
  denominatorText: '',
  count: () => ({ of: { count: 'crimes' } }),
  terms: [['Counts', 'Crimes by the month they were recorded']],
  caveats: [
    'A rise may be more confidence to report, better recording, or more violence.',
    'The domestic abuse marker overlaps the offence groups; never add them.',
  ],
};
