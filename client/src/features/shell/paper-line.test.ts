import { expect, test } from 'vitest';
import type { Release } from '../../api/types.ts';
import { pageRule } from './paper-line.tsx';

const release = {
  number: 14,
  synthetic: true,
  publishedOn: '2023-12-05',
  dataTo: '2023-11-30',
  sha256: '71ea3ada36307fe3326e56b5b35c00ab2b6c7f4772ec48bdc7dcdfa3cd489c9a',
  force: { code: 'E23000016', name: 'West Mercia' },
} as Release;

test('each page names its data, force, release and hash, and the address with its filters', () => {
  const rule = pageRule(release, '/attrition?domesticAbuse=true');
  expect(rule).toContain(
    'Synthetic demonstration data · West Mercia, Release 14 · published 5 Dec 2023 · data to 30 Nov 2023 · SHA-256 71ea3ada3630',
  );
  expect(rule).toContain('/attrition?domesticAbuse=true');
});

test('own figures are not called synthetic', () => {
  expect(pageRule({ ...release, synthetic: false }, '/board')).not.toMatch(/synthetic/i);
});

test('an address cannot end its string or the style', () => {
  const rule = pageRule(undefined, '/areas?second="}</style>\\');
  expect(rule).toContain('content: "/areas?second=\\22 }\\3c /style>\\5c "');
});
