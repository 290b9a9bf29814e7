/** A kind of notice or order. */
export interface OrderType {
  code: string;
  label: string;
  /** First day on which it could be made in England and Wales. */
  from: string;
  /** Statutory maximum in days, where the law sets one; an order without an end date is taken to last so long. */
  maximumDays: number | null;
}

/**
 * Sources: Crime and Security Act 2010 ss. 24-33 (a notice holds until the application is heard, within 48
 * hours; an order lasts 14 to 28 days; in force throughout from 8 March 2014); Domestic Abuse Act 2021 ss.
 * 22-56 (piloted from 27 November 2024; orders last as long as they say); Stalking Protection Act 2019 (20 January
 * 2020; two years or more); Sexual Offences Act 2003 as amended (orders and risk orders from 8 March 2015; five, and
 * two, years or more); Family Law Act 1996 Part IV (1 October 1997).
 */
export const orderTypes: readonly OrderType[] = [
  { code: 'DVPN', label: 'Domestic violence protection notice', from: '2014-03-08', maximumDays: 2 },
  { code: 'DVPO', label: 'Domestic violence protection order', from: '2014-03-08', maximumDays: 28 },
  { code: 'DAPN', label: 'Domestic abuse protection notice', from: '2024-11-27', maximumDays: 2 },
  { code: 'DAPO', label: 'Domestic abuse protection order', from: '2024-11-27', maximumDays: null },
  { code: 'SPO', label: 'Stalking protection order', from: '2020-01-20', maximumDays: null },
  { code: 'SHPO', label: 'Sexual harm prevention order', from: '2015-03-08', maximumDays: null },
  { code: 'SRO', label: 'Sexual risk order', from: '2015-03-08', maximumDays: null },
  { code: 'NMO', label: 'Non-molestation order', from: '1997-10-01', maximumDays: null },
];
