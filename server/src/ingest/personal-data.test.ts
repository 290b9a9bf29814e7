import { describe, expect, test } from 'vitest';
import { findPersonal, namesPersonal, withholdPersonal } from './personal-data.ts';

describe('free text', () => {
  test.each([
    ['write to clerk@example.org', 'an e-mail address'],
    ['QQ 12 34 56 C'.replace('QQ', 'AB'), 'a National Insurance number'],
    ['see 2001/1234567A', 'a PNC number'],
    ['ring 07700 900123', 'a telephone number'],
    ['ring +44 7700 900123', 'a telephone number'],
    ['d.o.b. unknown', 'a date of birth'],
    ['seen at 12 Example Street', 'an address'],
    ['near ZZ1 1AA', 'a postcode'],
    ['per Mrs Example', 'a name'],
  ])('%j holds what looks like %s', (text, what) => {
    expect(findPersonal(text)).toBe(what);
    expect(withholdPersonal(text)).toBe('[withheld]');
  });

  test.each([
    'Worcester Magistrates Court',
    'Kidderminster',
    'Home Office, police recorded crime and outcomes open data',
    'Revised 12/03/2022; see table 4 of the release',
    '2023-05-01T10:00:00Z',
    'West Mercia 2021/22: 2,299 outcomes',
  ])('%j does not', (text) => expect(findPersonal(text)).toBeNull());
});

describe('headers', () => {
  test.each([
    'victim_name',
    'Surname',
    'home address',
    'e-mail',
    'DOB',
    'phone',
    'force_contact_name',
    'area name of victim name',
    'ni_number',
    'pnc_id',
  ])('%j names personal data', (header) => expect(namesPersonal(header)).toBe(true));

  test.each([
    'area_code',
    'weather',
    'filename',
    'final_grade',
    'renamed',
    'Force name',
    'LSOA name',
    'police_force_name',
  ])('%j does not', (header) => expect(namesPersonal(header)).toBe(false));
});
