// All about one source: what it is, whose words it passes on, who passes on its own, and all that it is used for.

import type { ComponentChildren } from 'preact';
import { linkTo } from '../../claims/link.ts';
import { titleOf } from '../../claims/title.ts';
import type { Pack, Source } from '../../claims/types.ts';
import { shownDate } from '../dates.ts';
import { Icon } from '../icons.tsx';
import { spoken } from '../texts.ts';
import { relayedOf, relaysOf, titleLanguageOf, USES, type Use, usesOf } from './dataset-library.ts';
import { hashOf } from './dataset-route.ts';

interface Props {
  readonly pack: Pack;
  readonly source: Source;
}

export function DatasetSource({ pack, source }: Props) {
  const { text, counted } = spoken();
  const uses = usesOf(pack, source.id);
  return (
    <article>
      <h1 tabIndex={-1}>
        <bdi lang={titleLanguageOf(pack, source)}>{titleOf(source)}</bdi>
      </h1>
      <Facts pack={pack} source={source} />
      <Related title="dataset_relayed" pack={pack} sources={relayedOf(pack, source)} />
      <Related title="dataset_relays" pack={pack} sources={relaysOf(pack, source.id)} />
      <section>
        <h2>{text('dataset_uses')}</h2>
        {uses.length === 0 && <p>{text('dataset_unused')}</p>}
        {USES.map((as) => {
          const some = uses.filter((use) => use.as === as);
          if (some.length === 0) return null;
          return (
            <div key={as} class="uses">
              <h3>
                {as !== 'origin' && <Icon name={as} />}
                {counted(`dataset_as_${as}`, some.length)}
              </h3>
              <ul>
                {some.map((use, at) => (
                  <UseLine key={at} pack={pack} use={use} />
                ))}
              </ul>
            </div>
          );
        })}
      </section>
    </article>
  );
}

function UseLine({ pack, use: { claim, item } }: { readonly pack: Pack; readonly use: Use }) {
  const { language } = spoken();
  return (
    <li>
      <a href={hashOf({ kind: 'claim', pack: pack.id, id: claim.id })} lang={pack.language}>
        {claim.statement}
      </a>
      {item !== null && (
        <p>
          <span lang={pack.language}>{item.summary}</span>{' '}
          <span class="muted">
            {shownDate(item.date, language)}
            {item.locator?.where !== undefined && (
              <>
                {' · '}
                <span lang={pack.language}>{item.locator.where}</span>
              </>
            )}
          </span>
        </p>
      )}
    </li>
  );
}

function Facts({ pack, source }: Props) {
  const { text, language } = spoken();
  const { publisher, author, published, kind, language: written, stake, urlNote, url, seenAt } = source;
  const address = linkTo(source, undefined);
  const facts: readonly (readonly [string, ComponentChildren])[] = [
    ['dataset_publisher', publisher],
    ['dataset_author', author],
    ['dataset_published', published === undefined ? undefined : shownDate(published, language)],
    ['dataset_kind', text(`dataset_kind_${kind}`)],
    ['dataset_language', languageInWords(written, language)],
    ['dataset_stake', stake === undefined ? undefined : <span lang={pack.language}>{stake}</span>],
    [
      url === undefined && seenAt !== undefined ? 'dataset_seen' : 'dataset_address',
      address === null ? undefined : (
        <a href={address} target="_blank" rel="noopener noreferrer" dir="ltr">
          {address}
          <span class="unseen"> {text('card_new_tab')}</span>
        </a>
      ),
    ],
    ['dataset_address_note', urlNote === undefined ? undefined : <span lang={pack.language}>{urlNote}</span>],
  ];
  return (
    <dl class="source-facts">
      {facts.map(
        ([key, value]) =>
          value !== undefined && (
            <div key={key}>
              <dt>{text(key)}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** "German"; the tag itself where the browser knows no name, or it is none. */
function languageInWords(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
  } catch (cause) {
    if (cause instanceof RangeError) return tag;
    throw cause;
  }
}

function Related({ title, pack, sources }: { readonly title: string; readonly pack: Pack; readonly sources: readonly Source[] }) {
  const { text, language } = spoken();
  if (sources.length === 0) return null;
  return (
    <section>
      <h2>{text(title)}</h2>
      <ul class="related">
        {sources.map((source) => (
          <li key={source.id}>
            <a href={hashOf({ kind: 'source', pack: pack.id, id: source.id })}>
              <bdi>{source.publisher}</bdi>
            </a>{' '}
            <span class="muted">
              <bdi lang={titleLanguageOf(pack, source)}>{titleOf(source)}</bdi>
              {source.published !== undefined && `, ${shownDate(source.published, language)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
