// Applies the reader's choice of theme to an extension page; without one the system's counts.
import { readSettings, watchSettings } from '../../platform/settings.ts';

export async function followTheme(root: HTMLElement): Promise<void> {
  const apply = async (): Promise<void> => {
    const { theme } = await readSettings();
    if (theme === 'system') root.removeAttribute('data-theme');
    else root.setAttribute('data-theme', theme);
  };
  watchSettings(() => void apply());
  await apply();
}
