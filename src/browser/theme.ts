/**
 * The button between light and dark. A choice that is what the system says anyway is forgotten, so that the page follows the system again.
 * `public/theme.js` puts the choice on the page before it is painted.
 */
const KEY = 'theme';

export function startTheme(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-button]');
  if (!button) return;
  const { dataset } = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const isDark = (): boolean => (dataset.theme ? dataset.theme === 'dark' : system.matches);
  const show = (theme: string | null): void => {
    if (theme === 'light' || theme === 'dark') dataset.theme = theme;
    else delete dataset.theme;
    button.setAttribute('aria-pressed', String(isDark()));
  };

  button.addEventListener('click', () => {
    const dark = !isDark();
    const theme = dark === system.matches ? null : dark ? 'dark' : 'light';
    show(theme);
    keep(theme);
  });
  system.addEventListener('change', () => show(dataset.theme ?? null));
  // Other tabs, and a page that comes back as it was left.
  addEventListener('storage', ({ key }) => (key === KEY || key === null) && show(kept()));
  addEventListener('pageshow', ({ persisted }) => persisted && show(kept()));
  show(kept());
  button.hidden = false;
}

// Where the browser keeps nothing, the choice lasts as long as the page.
function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function keep(theme: string | null): void {
  try {
    if (theme) localStorage.setItem(KEY, theme);
    else localStorage.removeItem(KEY);
  } catch {
    // Not kept.
  }
}
