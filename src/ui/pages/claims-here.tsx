// The claims of the page that the popup speaks about, in reading order; a click goes to the passage, the next click on
// the same claim to its next passage.
import { useState } from 'preact/hooks';
import { ClaimFacts } from './claim-facts.tsx';
import type { Entry } from './sidepanel-claims.ts';

export function ClaimsHere({ entries, onGo }: { readonly entries: readonly Entry[]; readonly onGo: (passage: number) => void }) {
  return (
    <ul class="claims">
      {entries.map((entry) => (
        <li key={entry.key}>
          <ClaimButton entry={entry} onGo={onGo} />
        </li>
      ))}
    </ul>
  );
}

function ClaimButton({ entry: { first, passages }, onGo }: { readonly entry: Entry; readonly onGo: (passage: number) => void }) {
  const [next, setNext] = useState(0);
  const { found, quote } = first;
  const go = (): void => {
    onGo((passages[next % passages.length] ?? first).passage);
    setNext(next + 1);
  };
  return (
    <button type="button" class="claim" title={quote} onClick={go}>
      <span class="what" lang={found.language}>
        {found.statement}
      </span>
      <ClaimFacts passages={passages} />
    </button>
  );
}
