import type { Citation, RuleSetText } from '../../contract/methods.ts';
import { plotTheDots } from '../../stats/spc/peers/plot-the-dots.ts';
import { powerBiSpc } from '../../stats/spc/peers/power-bi-spc.ts';
import { qicharts2 } from '../../stats/spc/peers/qicharts2.ts';
import { makingDataCountR } from '../../stats/spc/rule-set.ts';

/** A publication. */
export const publication = (text: string): Citation => ({ text, repository: null, path: null });
/** A file of a public repository. */
export const file = (text: string, repository: string, path: string): Citation => ({
  text,
  repository,
  path,
});

const ptdFile = (path: string) =>
  file('NHSRplotthedots, NHS-R community', 'nhs-r-community/NHSRplotthedots', path);
const pbiFile = (path: string) =>
  file('PowerBI-SPC, Western Australia Department of Health', 'AUS-DOH-Safety-and-Quality/PowerBI-SPC', path);
const nhsEngland = publication('NHS England, Making Data Count: Plot the Dots');

const sevenRules = [
  { term: 'outside', text: 'A month above the upper limit or below the lower.' },
  { term: 'trend', text: 'Seven months running, each higher than the one before, or each lower.' },
  {
    term: 'two-in-three',
    text: 'Two of three neighbouring months in the outer third next to one limit, all three on that side of the average.',
  },
  { term: 'shift', text: 'Seven months running on one side of the average.' },
];
const sevenLimits =
  'Average of the baseline months. Limits 2.66 × the average step from month to month on either side; steps of 3.267 times the average step or more are left out once.';

/** Every rule set in plain words; the one in use first. */
export const ruleSetTexts: readonly RuleSetText[] = [
  {
    id: makingDataCountR.id,
    version: makingDataCountR.version,
    label: 'Making Data Count, as used here',
    tool: 'This dashboard',
    inUse: true,
    does: 'Tells a real change in a monthly figure from the movement it always has. Every verdict here is made with it.',
    limits: sevenLimits,
    rules: sevenRules,
    sources: [nhsEngland, ptdFile('R/ptd_spc_standard.R')],
    edgeCases: [
      'A missing month is never bridged: it ends a run and a trend, and the steps beside it are left out.',
      'Under 12 complete months there is no verdict: too early, or not comparable after a break.',
      'Limits come from the first 24 complete months of each stretch, or from a dated baseline.',
      'Provisional months are drawn, not judged, and enter no limits.',
      'Limits are never cut off at 0 or 100%, and never drawn on rolling or cumulative periods.',
    ],
    differences: [],
  },
  {
    id: plotTheDots.id,
    version: plotTheDots.version,
    label: 'NHSRplotthedots',
    tool: 'R package NHSRplotthedots 0.2.2',
    inUse: false,
    does: 'The R package of the NHS-R community that draws Making Data Count charts.',
    limits: sevenLimits,
    rules: sevenRules,
    sources: [nhsEngland, ptdFile('R/ptd_calculate_point_type.R'), ptdFile('R/ptd_spc_standard.R')],
    edgeCases: [
      'Where seven months that may be a trend hold a missing one, the program stops with an error.',
      'Where a second trend begins the month after a first one ends, the last month of the first takes the direction of the jump between them.',
      'A warning is given for a stretch of under 13 months; limits and rules apply all the same.',
      'The baseline counts rows, missing months included.',
    ],
    differences: [
      'The same limits and rules. Its two faults are put right here: a missing month ends a trend, and the last month of a trend keeps its direction.',
      'It judges short stretches, which are called too early here.',
    ],
  },
  {
    id: powerBiSpc.id,
    version: powerBiSpc.version,
    label: 'PowerBI-SPC',
    tool: 'Power BI visual PowerBI-SPC, every pattern switched on',
    inUse: false,
    does: 'A visual for Power BI that draws the same kind of chart. Its patterns are off until switched on.',
    limits:
      'Average of the baseline months. Limits three standard deviations on either side, one being the average step divided by 1.128, so 2.6596 × the average step. No step is left out unless its option qic.screenedmr is set.',
    rules: [
      { term: 'outside', text: 'A month above the upper limit or below the lower.' },
      {
        term: 'two-in-three',
        text: 'Two of three neighbouring months beyond two standard deviations on one side; those beyond the limit count, and the third may lie anywhere but beyond two on the other side.',
      },
      { term: 'trend', text: 'Five months running, each higher than the one before, or each lower.' },
      { term: 'shift', text: 'Seven months running on one side of the average.' },
    ],
    sources: [
      pbiFile('src/Limit Calculations/i.ts'),
      pbiFile('src/Outlier Flagging/twoInThree.ts'),
      pbiFile('src/Outlier Flagging/trend.ts'),
      pbiFile('src/Settings Model/outliersSettings.ts'),
    ],
    edgeCases: [
      'Missing months are removed before the chart begins, so their neighbours count as consecutive.',
      'No stretch is too short for limits or rules.',
    ],
    differences: [
      'Limits are closer by one part in 6,250 (3 ÷ 1.128 against 2.66), which matters only to a month that lies almost on one.',
      'A trend is five months instead of seven, so chance makes one far more often.',
      'Two in three also counts months beyond the limit and asks nothing of the third.',
      'It bridges missing months and judges short stretches.',
    ],
  },
  {
    id: qicharts2.id,
    version: qicharts2.version,
    label: 'qicharts2, Anhøj rules',
    tool: 'R package qicharts2 0.8.1, individuals chart',
    inUse: false,
    does: 'An R package for quality improvement. It flags single months beyond the limits, and asks of the line as a whole whether it has shifted.',
    limits:
      'Average of the baseline months. Limits three standard deviations on either side, one being the average step divided by 1.128, so 2.6596 × the average step; the same steps are left out.',
    rules: [
      { term: 'outside', text: 'A month above the upper limit or below the lower.' },
      {
        term: 'longest-run',
        text: 'The longest run on one side of the average is longer than log2 of the months, rounded, plus 3.',
      },
      {
        term: 'crossings',
        text: 'The line crosses the average less often than 95% of lines of coin tosses would.',
      },
    ],
    sources: [
      publication('Anhøj and Olesen (2014), Run charts revisited, PLoS ONE 9(11), e113825'),
      file('qicharts2, Jacob Anhøj', 'anhoej/qicharts2', 'R/helper.functions.R'),
    ],
    edgeCases: [
      'Months exactly on the average and missing months are left out of runs and crossings.',
      'The bounds grow with the length of the line: 8 months and 8 crossings at 24 months.',
    ],
    differences: [
      'Its run and crossing rules judge the whole line, not a month: they say that the line has shifted, not when.',
      'The run that signals grows with the line, so that longer lines raise no more false alarms; seven stays seven here.',
      'It has no trend and no two in three.',
      'It keeps every step, however large, so that one odd month widens its limits; otherwise they are closer by one part in 6,250 (3 ÷ 1.128 against 2.66).',
    ],
  },
];
