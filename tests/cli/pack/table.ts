// The table of `pack check`: one line a claim.
import { repeats } from '../../../src/claims/families.ts';
import { balanceOf, standingOf } from '../../../src/claims/standing.ts';
import type { Claim, Pack, Stance } from '../../../src/claims/types.ts';

const HEADINGS = ['claim', 'kind', 'standing', 'for', 'against', 'context', 'absent', 'wordings', 'denials', 'questions'];

/** For, against and context as "independent families + items that repeat". */
export function table(pack: Pack): string {
  const rows = [HEADINGS, ...pack.claims.map((claim) => row(pack, claim))];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function row(pack: Pack, claim: Claim): string[] {
  const balance = balanceOf(pack, claim);
  const cell = (stance: Stance): string => {
    const repeated = claim.evidence.filter((item) => item.stance === stance && repeats(pack, claim, item)).length;
    return repeated === 0 ? String(balance[stance]) : `${balance[stance]} + ${repeated}`;
  };
  const relation = (wanted: string): string =>
    String(claim.wordings.filter((wording) => typeof wording !== 'string' && wording.relation === wanted).length);
  const absent = String(claim.evidence.filter(({ source }) => source === null).length);
  return [
    claim.id,
    claim.kind,
    standingOf(pack, claim) ?? '–',
    cell('corroborates'),
    cell('rebuts'),
    cell('context'),
    absent,
    String(claim.wordings.length),
    relation('denies'),
    relation('questions'),
  ];
}
