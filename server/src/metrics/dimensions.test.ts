import { describe, expect, test } from 'vitest';
import { findFeed } from '../ingest/feeds.ts';
import { columnOf, dimensions, listedMembers } from './dimensions.ts';

/** Members that a column of a feed takes, as its own words list them. */
const taken = (feed: 'incidents' | 'crimes' | 'orders' | 'surveys' | 'referrals', column: string): string[] =>
  (findFeed(feed).columns.find(({ name }) => name === column)?.type.words ?? '').split(', ').sort();
const listed = (id: string): string[] =>
  Object.keys(dimensions[id].members)
    .filter((code) => code !== 'not-recorded')
    .sort();

describe('closed lists', () => {
  test.each([
    ['orderType', 'orders', 'order_type'],
    ['offenceGroup', 'crimes', 'offence_group'],
    ['incidentClass', 'incidents', 'incident_class'],
    ['closure', 'incidents', 'closure'],
    ['priorityArea', 'incidents', 'priority_area'],
    ['risk', 'incidents', 'risk'],
    ['survey', 'surveys', 'survey'],
    ['flag', 'referrals', 'flag'],
    ['kind', 'referrals', 'kind'],
    ['route', 'orders', 'route'],
  ] as const)('offer as %s just what the %s feed takes as %s', (id, feed, column) => {
    expect(listed(id)).toEqual(taken(feed, column));
  });
});

describe('listedMembers', () => {
  test('are the dimension’s own, or the fewer that a metric offers', () => {
    expect(listedMembers({ id: 'basis', role: 'choice' })).toEqual(['closed', 'recorded']);
    expect(listedMembers({ id: 'survey', role: 'choice', members: ['stalking'] })).toEqual(['stalking']);
    expect(listedMembers({ id: 'outcome', role: 'numerator-only', members: ['15', '16'] })).toEqual([
      '15',
      '16',
    ]);
  });

  test('are none where they are read from the release', () => {
    expect(listedMembers({ id: 'grade', role: 'partition' })).toBeNull();
    expect(listedMembers({ id: 'offenceGroup', role: 'choice', members: 'data' })).toBeNull();
  });
});

test('columnOf is the dimension’s name, another column, one that a choice decides, or none', () => {
  const decided = (choices: Readonly<Record<string, string>>) => `${choices.gradeBasis}Grade`;
  expect(columnOf({ id: 'risk', role: 'partition' }, {})).toBe('risk');
  expect(columnOf({ id: 'risk', role: 'partition', column: 'grade' }, {})).toBe('grade');
  expect(columnOf({ id: 'grade', role: 'partition', column: decided }, { gradeBasis: 'initial' })).toBe(
    'initialGrade',
  );
  expect(columnOf({ id: 'band', role: 'choice', column: null }, {})).toBeNull();
});
