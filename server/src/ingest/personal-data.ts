/** Shapes of personal data, and what each is called in a message. */
const contents: readonly (readonly [what: string, shape: RegExp])[] = [
  ['an e-mail address', /[\w.+-]+@[\w-]+\.[a-z]{2,}/i],
  ['a National Insurance number', /\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/i],
  ['a PNC number', /\b(?:19|20)?\d{2}\/\d{1,7}[A-Z]\b/],
  ['a telephone number', /(?:\+44 ?|\b0)\d(?:[ -]?\d){8,9}\b/],
  ['a date of birth', /\b(?:born|dob|d\.o\.b\.?|date of birth)\b/i],
  [
    'an address',
    /\b\d{1,4}[a-z]?,? (?:[A-Z][\w'’-]+ ){1,3}(?:street|st|road|rd|avenue|ave|lane|close|drive|crescent|terrace|grove)\b/i,
  ],
  ['a postcode', /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b/],
  ['a name', /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|PC|DC|DS|DI|Sgt|Insp)\.? [A-Z][a-z'’-]+/],
];

const columnWords =
  /(^|[_ .-])(names?|forename|surname|firstname|lastname|fullname|initials|address|postcode|post_?code|dob|birth|phone|telephone|tel|mobile|e-?mail|nino|ni_?number|national_?insurance|pnc|pnc_?id|nhs)([_ .-]|$)/i;

/** Names of places, bodies and things, which are nobody's. */
const impersonalNames =
  /(^|[_ .-])(force|lsoa|msoa|lad|lpa|area|ward|district|borough|region|station|team|beat|court|supplier|file|column|offence|crime|measure|metric|survey)[_ .-]?names?(?=[_ .-]|$)/gi;

/** What a text looks like if it looks personal ("a telephone number"), else null. */
export function findPersonal(text: string): string | null {
  for (const [what, shape] of contents) if (shape.test(text)) return what;
  return null;
}

/** True where the header of a column that no feed has names personal data. */
export function namesPersonal(header: string): boolean {
  return columnWords.test(header.replace(impersonalNames, '$1'));
}

/** The text, or a placeholder where it looks personal: what was wrong is never repeated. */
export function withholdPersonal(text: string): string {
  return findPersonal(text) === null ? text : '[withheld]';
}
