// Before the page is painted: the theme that the reader chose (src/browser/theme.ts keeps it).
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {}
