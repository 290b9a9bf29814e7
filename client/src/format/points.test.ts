import { describe, expect, test } from 'vitest';
import {
  absentWords,
  formatPoint,
  formatPointNumber,
  markKey,
  revisedWords,
  statusMarks,
  statusWords,
} from './points.ts';
import { valueFormat } from './values.ts';

const minutes = valueFormat('seconds', 1);

describe('formatPoint', () => {
  test('writes the value with or without its unit', () => {
    expect(formatPoint({ value: 3684, status: [] }, minutes)).toBe('61.4 minutes');
    expect(formatPointNumber({ value: 3684, status: [] }, minutes)).toBe('61.4');
  });

  test('says why there is no value', () => {
    expect(formatPoint({ value: null, status: [], absent: 'not-collected' }, minutes)).toBe('Not collected');
    expect(formatPoint({ value: null, status: [], absent: 'no-cases' }, minutes)).toBe('No cases');
  });

  test('never leaves a blank', () => {
    expect(absentWords(undefined)).toBe('Not known');
  });
});

test('writes the marks that accompany a value', () => {
  expect(statusMarks(['provisional', 'revised'])).toBe('[p] [r]');
  expect(statusMarks([])).toBe('');
  expect(statusWords(['immature'])).toBe('too young to judge');
});

test('says what a revised value was, and nothing of one that was not revised', () => {
  const revised = { revised: { release: 13, value: 3672 } };
  expect(revisedWords(revised, minutes)).toBe('61.2 minutes in release 13');
  expect(revisedWords({}, minutes)).toBe('');
});

test('keys only the marks a table uses, each once', () => {
  const points = [
    { value: 1, status: ['revised'] },
    { value: 2, status: ['provisional', 'revised'] },
  ];
  expect(markKey(points)).toEqual(['[p] provisional', '[r] revised']);
});
