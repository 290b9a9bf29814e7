/** ONS codes of the territorial forces of England and Wales, and BTP, which has none, by name in lower case. */
const codes: Readonly<Record<string, string>> = {
  metropolitan: 'E23000001',
  cumbria: 'E23000002',
  lancashire: 'E23000003',
  merseyside: 'E23000004',
  'greater manchester': 'E23000005',
  cheshire: 'E23000006',
  northumbria: 'E23000007',
  durham: 'E23000008',
  'north yorkshire': 'E23000009',
  'west yorkshire': 'E23000010',
  'south yorkshire': 'E23000011',
  humberside: 'E23000012',
  cleveland: 'E23000013',
  'west midlands': 'E23000014',
  staffordshire: 'E23000015',
  'west mercia': 'E23000016',
  warwickshire: 'E23000017',
  derbyshire: 'E23000018',
  nottinghamshire: 'E23000019',
  lincolnshire: 'E23000020',
  leicestershire: 'E23000021',
  northamptonshire: 'E23000022',
  cambridgeshire: 'E23000023',
  norfolk: 'E23000024',
  suffolk: 'E23000025',
  bedfordshire: 'E23000026',
  hertfordshire: 'E23000027',
  essex: 'E23000028',
  'thames valley': 'E23000029',
  hampshire: 'E23000030',
  surrey: 'E23000031',
  kent: 'E23000032',
  sussex: 'E23000033',
  'city of london': 'E23000034',
  'devon and cornwall': 'E23000035',
  'avon and somerset': 'E23000036',
  gloucestershire: 'E23000037',
  wiltshire: 'E23000038',
  dorset: 'E23000039',
  'north wales': 'W15000001',
  gwent: 'W15000002',
  'south wales': 'W15000003',
  'dyfed-powys': 'W15000004',
  'british transport': 'BTP',
};

/** Names in published files that the general rules below do not bring to a name above. */
const aliases: Readonly<Record<string, string>> = {
  'london, city of': 'city of london',
  'hampshire and isle of wight': 'hampshire',
  'hampshire and the isle of wight': 'hampshire',
  'dyfed powys': 'dyfed-powys',
  btp: 'british transport',
  met: 'metropolitan',
};

const totals = new Set([
  'all forces',
  'all',
  'total',
  'totals',
  'grand total',
  'england and wales',
  'england',
  'wales',
]);

/** The code of a force by a name as it is published; null where none is known by it. */
export function forceCodeOf(name: string): string | null {
  const plain = normalise(name);
  return codes[aliases[plain] ?? plain] ?? null;
}

/** True for the name of a total among forces. */
export function isTotalName(name: string): boolean {
  return totals.has(normalise(name));
}

/** Lower case, "and" for "&", and without the words for a police force at the end. */
function normalise(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ (police service|police force|police|constabulary)$/, '');
}
