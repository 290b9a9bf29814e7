import { expect, test } from 'vitest';
import { shortAreaName } from './areas.ts';

test.each([
  ['Herefordshire', 'Heref.'],
  ['Shropshire', 'Shrop.'],
  ['Telford & Wrekin', 'Telford'],
  ['North Worcestershire', 'N Worcs'],
  ['South Hereford', 'S Hereford'],
  ['West Mercia', 'W Mercia'],
  ['Not allocated', 'Not allocated'],
])('shortens %s to %s', (name, short) => {
  expect(shortAreaName(name)).toBe(short);
});
