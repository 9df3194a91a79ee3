// Compiles a pack into the bytes of an index: claims with wordings by the wordings regime, bare statements by the other.
import { pack as packColumns } from '../match/container.ts';
import { compileStatements } from '../match/statement/compile.ts';
import { compileWordings } from '../match/wordings/compile.ts';
import type { ExampleInput, WordingsInput } from '../match/wordings/input.ts';
import { toSections } from '../match/wordings/layout.ts';
import { NOT_STATED } from './review.ts';
import { textsOf } from './texts.ts';
import type { Group, Pack } from './types.ts';

/** Kinds of groups whose concepts are names: they carry over from sentence to sentence. */
const NAME_KINDS: ReadonlySet<string> = new Set(['name', 'office', 'place', 'organisation']);

/** What an expression means in the end, through groups that stand for others in turn: "the five regions" are Crimea and four. */
const meant = ({ stands_for }: Group, standsFor: ReadonlyMap<string, readonly string[]>): readonly string[] => {
  const seen = new Set(stands_for);
  // A Set's iterator also visits what is added on the way.
  for (const id of seen) for (const further of standsFor.get(id) ?? []) seen.add(further);
  return [...seen].filter((id) => !standsFor.has(id));
};

export const wordingsInput = (pack: Pack): WordingsInput => {
  const standsFor = new Map(
    pack.thesaurus.flatMap(({ id, stands_for = [] }) => (stands_for.length === 0 ? [] : [[id, stands_for] as const])),
  );
  const numbers = new Map(pack.thesaurus.map((group, number) => [group.id, number]));
  const numbersOf = (ids: readonly string[] | undefined): number[] => (ids ?? []).flatMap((id) => numbers.get(id) ?? []);
  return {
    concepts: pack.thesaurus.map((group) => ({
      members: group.members,
      ambiguous: (group.ambiguous ?? []).map(({ text, near }) => ({ text, near: numbersOf(near) })),
      standsFor: numbersOf(meant(group, standsFor)),
      opposite: numbersOf(group.opposite),
      related: numbersOf(group.related),
      name: NAME_KINDS.has(group.kind),
    })),
    claims: pack.claims.map((claim) => ({ texts: textsOf(claim) })),
    taught: pack.taught,
    tells: pack.tells && {
      base: pack.tells.base,
      unknown: pack.tells.unknown,
      stems: new Map(pack.tells.stems.flatMap(({ nats, of }) => of.map((stem) => [stem, nats] as const))),
    },
  };
};

/**
 * Bytes for `open` of src/match/open.ts. The pack must have passed the schema. A pack without any wording is compiled as bare statements.
 * @param examples sentences that teach beside the wordings, where the pack brings nothing learned for them
 */
export const compile = (pack: Pack, examples: readonly ExampleInput[] = []): Uint8Array<ArrayBuffer> =>
  pack.claims.some((claim) => claim.wordings.length > 0)
    ? packColumns(toSections(compileWordings({ ...wordingsInput(pack), examples })))
    : compileStatements(
        pack.claims.map((claim) => ({
          ...claim,
          claimant: claim.claimant === NOT_STATED ? undefined : claim.claimant,
          // The day of a review is near enough: the weights were learned with it. That of an import says nothing.
          made: claim.undated === 'imported' ? undefined : claim.made,
        })),
      );
