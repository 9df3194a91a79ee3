// Who repeats whom: the sources of a claim as families, and where each box of the picture stands.
import { lineage, lookup } from '../../claims/families.ts';
import type { Claim, Pack, Source, Stance } from '../../claims/types.ts';

export interface Member {
  readonly source: Source;
  /** Whose words it passes on; null for an original. */
  readonly parent: Source | null;
  /** The other sources that it repeats, beside the parent. */
  readonly also: readonly Source[];
  readonly depth: number;
  readonly isOrigin: boolean;
  /** What it is used for in this claim; empty for one that only stands between others. */
  readonly stances: readonly Stance[];
}

/** An original first, then those that repeat it: each after the one that it repeats. */
export interface Family {
  readonly members: readonly Member[];
  /** The claim's own: nothing in it is independent of the claim. */
  readonly isOrigins: boolean;
}

/** The families of all sources of a claim: its origin's first, then by the date of the original. */
export function familiesOf(pack: Pack, claim: Claim): readonly Family[] {
  const { sources } = lookup(pack);
  const used = [claim.origin, ...claim.evidence.flatMap(({ source }) => source ?? [])];
  const all = [...new Set(used.flatMap((id) => [...lineage(pack, id)]))].flatMap((id) => sources.get(id) ?? []).sort(byDate);
  const parents = (source: Source): readonly Source[] => (source.relays ?? []).flatMap((id) => sources.get(id) ?? []);

  const below = (source: Source, depth: number): Member[] => {
    const [parent = null, ...also] = parents(source);
    const stances = claim.evidence.filter((item) => item.source === source.id).map(({ stance }) => stance);
    return [
      { source, parent, also, depth, isOrigin: source.id === claim.origin, stances: [...new Set(stances)] },
      // Each hangs from the first that it repeats, so that it stands in the picture once.
      ...all.filter((child) => parents(child)[0]?.id === source.id).flatMap((child) => below(child, depth + 1)),
    ];
  };
  return all
    .filter((source) => parents(source).length === 0)
    .map((original) => {
      const members = below(original, 0);
      return { members, isOrigins: members.some(({ isOrigin }) => isOrigin) };
    })
    .sort((a, b) => Number(b.isOrigins) - Number(a.isOrigins));
}

const byDate = (a: Source, b: Source): number => {
  const [one, other] = [a.published ?? '', b.published ?? ''];
  return one < other ? -1 : one > other ? 1 : 0;
};

/** Pixels at the page's normal type size. A box is the narrower the deeper it stands: all pictures have one width, and none is
 * scaled. */
export const BOX = { width: 272, height: 46 } as const;
const STEP = 22;
const DEEPEST = 5;
const GAP = 10;
/** Room for the outline of a box that has the focus. */
const EDGE = 3;

export interface Placed {
  readonly member: Member;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** SVG path from the parent's box; null for an original. */
  readonly line: string | null;
}
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Placed[];
}

/** A row a member, moved in by its depth; mirrored where writing runs from right to left. */
export function pictureOf({ members }: Family, isRtl: boolean): Picture {
  const width = 2 * EDGE + BOX.width;
  const rows = new Map(members.map(({ source }, row) => [source.id, row]));
  const top = (row: number): number => EDGE + row * (BOX.height + GAP);
  const across = (x: number): number => (isRtl ? width - x : x);
  const boxes = members.map((member, row): Placed => {
    // So deep that nothing could be read: those share a place.
    const inset = Math.min(member.depth, DEEPEST) * STEP;
    const start = EDGE + inset;
    const parent = member.parent === null ? undefined : rows.get(member.parent.id);
    const line =
      parent === undefined
        ? null
        : `M${across(start - STEP / 2)} ${top(parent) + BOX.height}V${top(row) + BOX.height / 2}H${across(start)}`;
    return { member, x: isRtl ? EDGE : start, y: top(row), width: BOX.width - inset, line };
  });
  return { width, height: top(members.length) - GAP + EDGE, boxes };
}

/** Widths of a letter, as a share of the type size: Latin, and everything wider. */
const NARROW = 0.54;
const WIDE = 0.64;

/** A text that fits into `width` pixels at the given type size. */
export function cut(text: string, width: number, size: number): string {
  const letters = [...text];
  let room = width / size;
  const fits = letters.findIndex((letter) => {
    room -= letter <= '\u024f' ? NARROW : WIDE;
    return room < 0;
  });
  return fits < 0
    ? text
    : `${letters
        .slice(0, Math.max(0, fits - 1))
        .join('')
        .trimEnd()}…`;
}
