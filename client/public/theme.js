// Runs before the first paint, as a file because the content security policy allows no inline script.
// The choice is kept by src/design/theme.ts under the same key.
(() => {
  const root = document.documentElement;
  const readChoice = () => {
    try {
      return localStorage.getItem('theme');
    } catch {
      return null;
    }
  };
  const preferred = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  root.dataset.theme = readChoice() ?? preferred;
})();
