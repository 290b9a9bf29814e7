import type { Citation, Method } from '../../contract/methods.ts';
import { file, publication } from './rule-set-texts.ts';

/** A method before its live example. */
export type MethodText = Omit<Method, 'example' | 'exampleAbsent'>;

const fingertips = publication(
  'Office for Health Improvement and Disparities, Fingertips public health technical guidance',
);
const phe = (path: string): Citation =>
  file(
    'PHEindicatormethods 2.1.0, UK Health Security Agency',
    'ukhsa-collaboration/PHEindicatormethods',
    path,
  );

/** Every method but the rule sets, by group. */
export const methodTexts: readonly MethodText[] = [
  {
    id: 'variation',
    version: 1,
    group: 'change',
    label: 'Verdict on a change',
    does: 'Says of the latest complete month whether the measure has really changed, for better or worse, or moved only as usual.',
    formula:
      'A signal of the rule set on the side the force has recorded as better is “Better”, on the other “Worse”. Without a recorded direction it is a shift, “as intended” where an intention is on record.',
    sources: [publication('NHS England, Making Data Count: Plot the Dots')],
    edgeCases: [
      'Under 12 complete months of a stretch: too early.',
      'Under 12 after a break: not comparable.',
      'Under two cases a month on average, of a share on either side: too few to judge. From two up, at most 6% of steady lines are falsely called a change at their latest month, by our own simulation.',
      'Where nearly every month is alike, no usual range and no verdict.',
      'Provisional months are not judged; the latest complete month is.',
    ],
  },
  {
    id: 'outlook',
    version: 1,
    group: 'change',
    label: 'Outlook on a target',
    does: 'Says whether the usual range would meet the target in force: likely to meet it, could go either way, or likely to miss it.',
    formula:
      'Likely to meet where the whole range between the limits lies on the good side of the target, likely to miss where on the other, else it could go either way.',
    sources: [publication('NHS England, Making Data Count: assurance icons')],
    edgeCases: [
      'While the level is moving (a run or a trend) there is no outlook.',
      'A limit exactly on the target leaves it open.',
    ],
  },
  {
    id: 'wilson',
    version: 1,
    group: 'interval',
    label: 'Interval for a share',
    does: 'How far the true share could lie from the one seen, given how few cases it rests on.',
    formula: 'Wilson score interval at 95%: the true shares that would make the share seen unsurprising.',
    sources: [publication('Wilson (1927), JASA 22, 209-212'), fingertips, phe('R/Proportions.R')],
    edgeCases: [
      'None of n gives a lower limit of 0, all of n an upper limit of 100%.',
      'No cases: no interval, and the reason.',
    ],
  },
  {
    id: 'byar',
    version: 1,
    group: 'interval',
    label: 'Interval for a count or a rate',
    does: 'How far the true number could lie from the one counted.',
    formula: 'Poisson interval at 95%: exact below 10 events, Byar’s approximation from 10.',
    sources: [
      publication('Garwood (1936), Biometrika 28'),
      publication('Breslow and Day (1987), Statistical Methods in Cancer Research II, page 69'),
      phe('R/Rates.R'),
    ],
    edgeCases: ['No events: from 0.', 'A level on one day, such as cases waiting, has no interval.'],
  },
  {
    id: 'order-statistic',
    version: 1,
    group: 'interval',
    label: 'Interval for a median or percentile',
    does: 'How far the true median wait could lie from the one seen, whatever the shape of the waits.',
    formula:
      'The two waits in order between which the true median lies at least 95% of the time, their ranks from the binomial distribution.',
    sources: [publication('Conover (1999), Practical Nonparametric Statistics, section 3.2')],
    edgeCases: [
      'Both sides of a median need six waits at 95%, ten at 99.8%.',
      'A side that too few waits bound is left open.',
    ],
  },
  {
    id: 'quantile',
    version: 1,
    group: 'interval',
    label: 'Medians and percentiles',
    does: 'The wait that half, or nine in ten, do not exceed.',
    formula: 'Type 7 of Hyndman and Fan: between two waits in order, in proportion.',
    sources: [publication('Hyndman and Fan (1996), American Statistician 50, 361-365')],
    edgeCases: [
      'A single wait is every percentile of itself.',
      'Medians of parts never add up; means of parts do.',
    ],
  },
  {
    id: 'newcombe',
    version: 1,
    group: 'difference',
    label: 'Difference of two shares',
    does: 'How far two shares could truly lie apart.',
    formula: 'Newcombe’s method 10: the Wilson intervals of both shares, squared and added.',
    sources: [publication('Newcombe (1998), Statistics in Medicine 17, 873-890')],
    edgeCases: ['Never beyond 100 percentage points.', 'Without cases on one side: no comparison.'],
  },
  {
    id: 'rate-ratio',
    version: 1,
    group: 'difference',
    label: 'Ratio of two rates',
    does: 'How many times higher one rate could truly be than another.',
    formula:
      'Exact conditional interval: given all events together, those on one side follow a binomial distribution.',
    sources: [publication('Przyborowski and Wilenski (1940), Biometrika 31, 313-323')],
    edgeCases: ['Where the other side has no events the ratio has no upper limit.'],
  },
  {
    id: 'median-difference',
    version: 1,
    group: 'difference',
    label: 'Difference of two medians',
    does: 'How far two median waits could truly lie apart, whatever the shape of the waits.',
    formula: 'The order-statistic intervals of both medians, squared and added.',
    sources: [publication('Zou and Donner (2008), Statistics in Medicine 27, 1693-1702')],
    edgeCases: [
      'Coverage by simulation over skewed waits: 96 to 99% at 95%, 99.8% or more at 99.8%, from ten waits a side.',
      'A side that too few waits bound is left open.',
    ],
  },
  {
    id: 'area-flag',
    version: 1,
    group: 'areas',
    label: 'An area against the other areas',
    does: 'Calls an area different only where chance would rarely make it so.',
    formula:
      'The 99.8% interval of the area less all the other areas together: shares by Newcombe, waits by the difference of medians or 90th percentiles, counts as rates per crime of their own population. Flagged where it leaves out no difference.',
    sources: [publication('Our decision; the intervals are those listed under differences')],
    edgeCases: [
      'At 99.8% one comparison in 500 is flagged by chance, so a page of 90 has one about every sixth time.',
      'A mean, a gap between two medians, a level on one day, and a count without an agreed population are not compared: each says why.',
      'No cases, no other areas, or a period not held for every area: not compared, and the reason.',
    ],
  },
  {
    id: 'expected-range',
    version: 1,
    group: 'areas',
    label: 'Position strip',
    does: 'Shows where an area stands beside the others, and what chance would give an area of its size.',
    formula:
      'The grey range holds every value the area could show without a flag beside the others: at 99.8%, and at 95% for hollow marks. A mark lies outside exactly where it is flagged.',
    sources: [publication('Our construction, from the intervals of the flag')],
    edgeCases: [
      'A range that too few waits bound is open on that side.',
      'Where the other areas have no events there is no place.',
    ],
  },
  {
    id: 'funnel',
    version: 1,
    group: 'areas',
    label: 'Funnel',
    does: 'Draws what chance would give an area of each size about the common value of all areas.',
    formula:
      'Shares: common share ∓ 1.96 and 3.09 standard errors, within 0 and 100%. Rates: where the Poisson tail beyond the count has the stated chance.',
    sources: [publication('Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202'), phe('R/Funnels.R')],
    edgeCases: [
      'Drawn only. What is called different is decided against the other areas; the caption says where the two differ.',
      'Waits have no funnel.',
    ],
  },
  {
    id: 'told-apart',
    version: 1,
    group: 'areas',
    label: 'Can these areas be told apart?',
    does: 'Says how often areas that share one true value would lie as far apart, which places in an order chance leaves open, and the smallest difference this much data would show.',
    formula:
      'The largest standardised gap between two areas beside 1,999 draws in which all share the common value; waits by the share above the common median.',
    sources: [
      publication('Davison and Hinkley (1997), Bootstrap Methods, section 4.2'),
      publication('Mogstad, Romano, Shaikh and Wilhelm (2024), Review of Economic Studies 91, 476-518'),
      publication('Mood (1954), Annals of Mathematical Statistics 25'),
    ],
    edgeCases: [
      'Aims at 4% false differences, so that it stays under 5%.',
      'One area, no cases, or all alike: no answer, and the reason.',
    ],
  },
  {
    id: 'decomposition',
    version: 1,
    group: 'difference',
    label: 'Dispatch and travel',
    does: 'Divides a wait into its parts.',
    formula: 'Untrimmed means over incidents with every stamp, so that the parts add up to the whole.',
    sources: [publication('Our decision')],
    edgeCases: ['Incidents that lack a stamp are left out of the parts, not of the median wait.'],
  },
  {
    id: 'aalen-johansen',
    version: 1,
    group: 'cohort',
    label: 'Outcomes by age of a crime',
    does: 'What had become of crimes so many days after recording, with those still too young left out fairly.',
    formula:
      'Cumulative incidence of competing outcomes: at each day, the share without an outcome so far times the outcomes of that day over the crimes still followed. Infinitesimal-jackknife errors, limits on the log scale.',
    sources: [
      publication('Aalen and Johansen (1978), Scandinavian Journal of Statistics 5, 141-150'),
      publication('Therneau, survival 3.8-3, survfit'),
    ],
    edgeCases: [
      'The shares of one day sum to one.',
      'Up to the age of the youngest crime all are followed; beyond it curves stop where fewer than 100 crimes are that old and still open.',
      'Fewer than 20 crimes draw no curve.',
      'Young cohorts are immature, never shown as final.',
      'Two cohorts are called different only where the 95% interval of their difference, from the limits of both shares (Zou and Donner, 2008), leaves out none.',
    ],
  },
  {
    id: 'false-alarms',
    version: 1,
    group: 'false-alarms',
    label: 'False-alarm meter',
    does: 'How many signals a board of this size would show by chance, beside those it shows.',
    formula:
      'The chance of a false signal by simulation at the correlation of the board’s own months, added over its measures; those that move together count once.',
    sources: [
      publication('Marriott and Pope (1954), Biometrika 41'),
      publication('Bretherton and others (1999), Journal of Climate 12, 1990-2009'),
    ],
    edgeCases: [
      'Correlation is estimated on baselines only: a real change would read as one.',
      'Measures too few to judge are left out; where cases are few, up to 1.4 times as many false signals are expected.',
    ],
  },
  {
    id: 'local-time',
    version: 1,
    group: 'time',
    label: 'Months and clock changes',
    does: 'Which month, date and hour an instant falls in, and how long a wait was.',
    formula:
      'Dates and hours as read in London; waits as differences of instants, so that no wait gains or loses an hour.',
    sources: [publication('IANA time zone database, Europe/London')],
    edgeCases: [
      'March is an hour short and October an hour long.',
      'The hour that comes twice is told apart by the row’s other stamps.',
    ],
  },
];
