// Applies the reader's choice of theme to an extension page; without one the system's counts.
import { readSettings, watchSettings } from '../../platform/settings.ts';

export async function followTheme(root: HTMLElement): Promise<void> {
  const apply = async (): Promise<void> => {
    // Storage that does not answer has no say in how a page looks; what it means for the rest is told by the page.
    const theme = await readSettings().then(
      (settings) => settings.theme,
      () => 'system',
    );
    if (theme === 'system') root.removeAttribute('data-theme');
    else root.setAttribute('data-theme', theme);
  };
  watchSettings(() => void apply());
  await apply();
}
