/** The reader's choice of the theme. `ThemeProvider.astro` applies it before a page is painted. */
import { readSetting, writeSetting } from './settings.ts';

/** Binds every choice of the theme on the page; they show the same. */
export function mountThemes(selects: readonly HTMLSelectElement[]): void {
  const light = matchMedia('(prefers-color-scheme: light)');
  const show = () => {
    const chosen = readSetting('theme') ?? 'auto';
    for (const select of selects) select.value = chosen;
    const { dataset, style } = document.documentElement;
    style.colorScheme = chosen === 'auto' ? '' : chosen;
    dataset['theme'] = chosen === 'auto' ? (light.matches ? 'light' : 'dark') : chosen;
  };
  for (const select of selects)
    select.addEventListener('change', () => {
      writeSetting('theme', select.value);
      show();
    });
  light.addEventListener('change', show);
  show();
}
