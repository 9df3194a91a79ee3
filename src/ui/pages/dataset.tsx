// The dataset page: which view the address asks for. What it knows and how it moves come from the entrypoint.
import { spoken } from '../texts.ts';
import { DatasetClaim } from './dataset-claim.tsx';
import { DatasetFind } from './dataset-find.tsx';
import type { Library } from './dataset-library.ts';
import { hashOf, type Query, type Route } from './dataset-route.ts';
import type { Search } from './dataset-search.ts';
import { DatasetSource } from './dataset-source.tsx';

export interface DatasetProps {
  /** Null while they are being read; 'none' when they could not be. */
  readonly known: { readonly library: Library; readonly search: Search } | null | 'none';
  readonly route: Route;
  /** The search that the reader came from, to go back to. */
  readonly last: Query;
  readonly onQuery: (query: Query) => void;
  readonly copy: (text: string) => Promise<boolean>;
}

export function Dataset({ known, route, last, onQuery, copy }: DatasetProps) {
  const { text } = spoken();
  return (
    <div class="dataset">
      {route.kind === 'find' ? (
        <h1 tabIndex={-1}>{text('dataset_title')}</h1>
      ) : (
        <nav>
          <a class="back" href={hashOf({ kind: 'find', query: last })}>
            {text('dataset_back')}
          </a>
        </nav>
      )}
      {known === null && <p role="status">{text('dataset_loading')}</p>}
      {known === 'none' && <p role="alert">{text('dataset_unreadable')}</p>}
      {known !== null && known !== 'none' && <View known={known} route={route} onQuery={onQuery} copy={copy} />}
    </div>
  );
}

function View({
  known: { library, search },
  route,
  onQuery,
  copy,
}: Pick<DatasetProps, 'route' | 'onQuery' | 'copy'> & {
  readonly known: { readonly library: Library; readonly search: Search };
}) {
  const { text } = spoken();
  if (route.kind === 'find') return <DatasetFind library={library} search={search} query={route.query} onQuery={onQuery} />;
  const stored = library.pack(route.pack);
  const missing = (
    <h1 tabIndex={-1} class="missing">
      {text(route.kind === 'claim' ? 'dataset_no_claim' : 'dataset_no_source', route.id, route.pack)}
    </h1>
  );
  if (stored === null) return missing;
  const key = `${route.pack}/${route.id}`;
  if (route.kind === 'source') {
    const source = stored.pack.sources.find(({ id }) => id === route.id);
    return source === undefined ? missing : <DatasetSource key={key} pack={stored.pack} source={source} />;
  }
  const claim = stored.pack.claims.find(({ id }) => id === route.id);
  return claim === undefined ? (
    missing
  ) : (
    <DatasetClaim key={key} pack={stored.pack} claim={claim} imported={stored.imported} copy={copy} />
  );
}
