/** Light or dark. `public/theme.js` applies the kept choice, or the system's, before the first paint. */
export type Theme = 'light' | 'dark';

const key = 'theme';

export const currentTheme = (): Theme =>
  document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';

/** Shows a theme and keeps the choice for the next visit, where the browser lets us keep anything. */
export function setTheme(theme: Theme) {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(key, theme);
  } catch {
    // Storage is blocked: the choice holds until the page is left.
  }
}
