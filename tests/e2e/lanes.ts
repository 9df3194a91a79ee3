// Which browsers the end-to-end tests run in.
import type { Name } from '../cli/browsers.ts';

const BOTH: readonly Name[] = ['chromium', 'firefox'];

/**
 * Both browsers, or the one that E2E_BROWSER names.
 * @param wanted the variable's value
 * @throws Error when it names none: a run without any browser would pass
 */
export function lanesOf(wanted: string | undefined): readonly Name[] {
  const lanes = wanted === undefined ? BOTH : BOTH.filter((name) => name === wanted);
  if (lanes.length === 0) throw new Error(`E2E_BROWSER: expected ${BOTH.join(' or ')}, got "${wanted}"`);
  return lanes;
}
