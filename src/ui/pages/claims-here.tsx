// The claims of the page that the popup speaks about, in reading order; a click goes to the passage, the next click on
// the same claim to its next passage.
import { useState } from 'preact/hooks';
import type { ReaderState } from '../../platform/messages.ts';
import { ClaimFacts } from './claim-facts.tsx';

type Passage = ReaderState['passages'][number];

/** Passages of one claim together, claims in the order of their first passage. */
export function byClaim(passages: readonly Passage[]): readonly (readonly [Passage, ...Passage[]])[] {
  const groups = new Map<string, [Passage, ...Passage[]]>();
  for (const passage of passages) {
    const key = `${passage.found.pack}/${passage.found.claim}`;
    const group = groups.get(key);
    if (group) group.push(passage);
    else groups.set(key, [passage]);
  }
  return [...groups.values()];
}

export function ClaimsHere({
  passages,
  onGo,
}: {
  readonly passages: readonly Passage[];
  readonly onGo: (passage: number) => void;
}) {
  return (
    <ul class="claims">
      {byClaim(passages).map((group) => (
        <li key={`${group[0].found.pack}/${group[0].found.claim}`}>
          <ClaimButton group={group} onGo={onGo} />
        </li>
      ))}
    </ul>
  );
}

function ClaimButton({
  group,
  onGo,
}: {
  readonly group: readonly [Passage, ...Passage[]];
  readonly onGo: (passage: number) => void;
}) {
  const [next, setNext] = useState(0);
  const { found } = group[0];
  const go = (): void => {
    onGo((group[next % group.length] ?? group[0]).passage);
    setNext(next + 1);
  };
  return (
    <button type="button" class="claim" title={group[0].quote} onClick={go}>
      <span class="what" lang={found.language}>
        {found.statement}
      </span>
      <ClaimFacts passages={group} />
    </button>
  );
}
