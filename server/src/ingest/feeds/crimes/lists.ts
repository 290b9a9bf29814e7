/**
 * Closed lists of the crimes feed, as from the date beside each. A list is data: a new member is a line here,
 * and older rows keep what they had.
 */

/** Furthest point reached before support was withdrawn. As from 1 April 2019. */
export const withdrawalStages = [
  'before_statement',
  'after_statement',
  'after_arrest',
  'after_referral',
  'after_charge',
  'not_recorded',
] as const;

/** Why support was absent or withdrawn, as the victim gave it. As from 1 April 2019. */
export const withdrawalReasons = [
  'wants_no_further_action',
  'fear_of_suspect',
  'relationship_continues',
  'length_of_process',
  'prefers_other_support',
  'lack_of_confidence',
  'wellbeing',
  'other',
  'not_recorded',
] as const;

/** As from 1 April 2019. */
export const sexes = ['female', 'male', 'other', 'not_recorded'] as const;

/** Age at the offence. As from 1 April 2019. */
export const ageBands = [
  'under_18',
  '18_24',
  '25_34',
  '35_44',
  '45_54',
  '55_64',
  '65_plus',
  'not_recorded',
] as const;

/** The five groups of the census, self-defined. As from 1 April 2019. */
export const ethnicities = [
  'asian',
  'black',
  'mixed',
  'white',
  'other',
  'not_stated',
  'not_recorded',
] as const;
