// Wires the dataset page to the stored packs and to its address.
import '../../src/ui/tokens.css';
import '../../src/ui/pages/pages.css';
import '../../src/ui/pages/dataset.css';
import '../../src/ui/pages/dataset-pages.css';
import { render } from 'preact';
import { readPacks } from '../../src/platform/dataset.ts';
import { text } from '../../src/platform/i18n.ts';
import { copyText } from '../../src/ui/pages/copy.ts';
import { Dataset, type DatasetProps } from '../../src/ui/pages/dataset.tsx';
import { libraryOf } from '../../src/ui/pages/dataset-library.ts';
import { EVERYTHING, hashOf, type Query, type Route, routeOf } from '../../src/ui/pages/dataset-route.ts';
import { searchOf } from '../../src/ui/pages/dataset-search.ts';
import { startPage } from '../../src/ui/pages/start.ts';

startPage(open);

async function open(root: HTMLElement): Promise<void> {
  let known: DatasetProps['known'] = null;
  let last: Query = EVERYTHING;

  const draw = (route: Route): void => {
    if (route.kind === 'find') last = route.query;
    render(<Dataset known={known} route={route} last={last} onQuery={ask} copy={copyText} />, root);
    document.title = route.kind === 'find' ? text('dataset_title') : (root.querySelector('h1')?.textContent ?? '');
  };
  /** The address follows the typing; the way back does not lead through every letter. */
  const ask = (query: Query): void => {
    const route: Route = { kind: 'find', query };
    history.replaceState(null, '', hashOf(route));
    draw(route);
  };
  addEventListener('hashchange', () => {
    const route = routeOf(location.hash);
    draw(route);
    // As after a page load: at the top, and a screen reader reads on from the heading.
    scrollTo(0, 0);
    root.querySelector('h1')?.focus({ preventScroll: true });
  });

  draw(routeOf(location.hash));
  try {
    const packs = await readPacks();
    known = { library: libraryOf(packs), search: await searchOf(packs) };
  } catch (cause) {
    console.warn('Sidelight: the packs cannot be read', cause);
    known = 'none';
  }
  draw(routeOf(location.hash));
}
