/**
 * Query strings as plain text: every value is a string, as the API reads it. The router's own form writes JSON,
 * which would turn `grade=2` into a number and back into `grade="2"`.
 */
export type Search = Record<string, string>;

/** `?grade=2&from=2023-04` → `{ grade: '2', from: '2023-04' }`. Of a repeated name the last wins. */
export function parseSearch(text: string): Search {
  return Object.fromEntries([...new URLSearchParams(text)].filter(([, value]) => value !== ''));
}

/** `{ grade: '1,2' }` → `?grade=1,2`; nothing → an empty string. Undefined and empty values are left out. */
export function stringifySearch(search: Record<string, unknown>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') parameters.set(name, String(value));
  }
  // Commas and slashes are legal in a query, and addresses are read by people.
  const text = parameters.toString().replaceAll('%2C', ',').replaceAll('%2F', '/');
  return text ? `?${text}` : '';
}
