/** Every code of the API and what it means in a few words. A code is never renamed. */
export const problemTitles: Readonly<Record<string, string>> = {
  'bad-request': 'The request cannot be read',
  'internal-error': 'Something went wrong on the server',
  'method-not-allowed': 'The API is read only',
  'no-release': 'No release has been published yet',
  'not-found': 'Nothing is at this address',
  'repeated-parameter': 'A parameter is given more than once',
  'unknown-release': 'There is no release of that number',
};
