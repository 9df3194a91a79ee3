// The search of the dataset page: words, standing, source and dates; the claims that fit, with the evidence that fits.
import { Component } from 'preact';
import { GROUPS, type Group, groupInWords } from '../standing.ts';
import { spoken } from '../texts.ts';
import { DatasetHit } from './dataset-hit.tsx';
import type { Library } from './dataset-library.ts';
import { EVERYTHING, hashOf, type Query } from './dataset-route.ts';
import type { Search } from './dataset-search.ts';

/** Claims shown at first, and more with each click. */
const PAGE = 50;
/** More suggestions than this no list shows well. */
const MOST_PUBLISHERS = 500;

interface Props {
  readonly library: Library;
  readonly search: Search;
  readonly query: Query;
  readonly onQuery: (query: Query) => void;
}

export class DatasetFind extends Component<Props, { readonly shown: number }> {
  override state = { shown: PAGE };

  override componentDidUpdate({ query }: Props): void {
    if (hashOf({ kind: 'find', query }) !== hashOf({ kind: 'find', query: this.props.query })) this.setState({ shown: PAGE });
  }

  override render({ library, search, query, onQuery }: Props, { shown }: { readonly shown: number }) {
    const { text, counted } = spoken();
    const hits = search.find(query);
    const isAll = hashOf({ kind: 'find', query }) === hashOf({ kind: 'find', query: EVERYTHING });
    return (
      <>
        <Form search={search} query={query} onQuery={onQuery} />
        <div class="sum">
          <p role="status">
            {isAll ? counted('dataset_all', library.claims) : counted('dataset_found', hits.length, library.claims)}
          </p>
          {!isAll && (
            <button type="button" class="plain" name="clear" onClick={() => onQuery(EVERYTHING)}>
              {text('dataset_clear')}
            </button>
          )}
        </div>
        <ol class="hits">
          {hits.slice(0, shown).map((hit) => (
            <DatasetHit key={`${hit.pack.id}/${hit.claim.id}`} hit={hit} />
          ))}
        </ol>
        {hits.length > shown && (
          <button type="button" class="button" name="more" onClick={() => this.setState({ shown: shown + PAGE })}>
            {counted('dataset_more', Math.min(PAGE, hits.length - shown))}
          </button>
        )}
      </>
    );
  }
}

function Form({ search, query, onQuery }: Pick<Props, 'search' | 'query' | 'onQuery'>) {
  const { text } = spoken();
  const toggle = (group: Group): void => {
    const groups = new Set(query.groups);
    if (!groups.delete(group)) groups.add(group);
    onQuery({ ...query, groups });
  };
  const change = (part: Exclude<keyof Query, 'groups'>, value: string): void => onQuery({ ...query, [part]: value });
  return (
    <search class="form">
      <label class="words">
        <span>{text('dataset_words')}</span>
        <input
          type="search"
          name="words"
          value={query.words}
          onInput={({ currentTarget }) => change('words', currentTarget.value)}
        />
      </label>
      <fieldset>
        <legend>{text('dataset_standing')}</legend>
        <div class="checks">
          {GROUPS.map((group) => (
            <label key={group}>
              <input type="checkbox" name={group} checked={query.groups.has(group)} onChange={() => toggle(group)} />
              <span class={`standing ${group}`}>{groupInWords(group)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <label class="source">
        <span>{text('dataset_source')}</span>
        <input
          type="text"
          name="source"
          list="publishers"
          value={query.source}
          onInput={({ currentTarget }) => change('source', currentTarget.value)}
        />
      </label>
      <datalist id="publishers">
        {search.publishers.slice(0, MOST_PUBLISHERS).map((publisher) => (
          <option key={publisher} value={publisher} />
        ))}
      </datalist>
      <div class="dates">
        {(['from', 'to'] as const).map((end) => (
          <label key={end}>
            <span>{text(`dataset_${end}`)}</span>
            <input type="date" name={end} value={query[end]} onChange={({ currentTarget }) => change(end, currentTarget.value)} />
          </label>
        ))}
      </div>
    </search>
  );
}
