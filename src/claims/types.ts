// What a pack holds. Only data: no patterns, no code. The schema that checks it is in schema.ts.
import type { Relation } from '../match/types.ts';
import type { TaughtInput } from '../match/wordings/taught.ts';

export type SourceKind = 'report' | 'commentary' | 'official' | 'reference' | 'dataset';
export type ClaimKind = 'fact' | 'reported' | 'forecast' | 'opinion';
export type Stance = 'corroborates' | 'rebuts' | 'context';
export type { Relation };
/** The day of the review, by which a claim was made, or that of the import. */
export type Undated = 'reviewed' | 'imported';
/** Derived from independent evidence alone; it says how the evidence stands, not what is true. */
export type Standing = 'corroborated' | 'rebutted' | 'contested' | 'unsupported';

export interface Source {
  readonly id: string;
  readonly title: string;
  /** True when the title describes the document because its own was not seen. */
  readonly described?: boolean | undefined;
  readonly publisher: string;
  readonly author?: string | undefined;
  readonly url?: string | undefined;
  /** Why there is no address, or what is uncertain about it. */
  readonly urlNote?: string | undefined;
  /** Where the source was seen, when its own address was not. */
  readonly seenAt?: string | undefined;
  /** ISO date, possibly without day or month. */
  readonly published?: string | undefined;
  readonly kind: SourceKind;
  /** BCP 47. */
  readonly language: string;
  /** Neutral words: "state-run", "party to the matter". */
  readonly stake?: string | undefined;
  /** Ids of the sources whose words it only passes on. */
  readonly relays?: readonly string[] | undefined;
}

export interface Wording {
  readonly text: string;
  readonly relation: Relation;
}

export interface Locator {
  readonly where?: string | undefined;
  /** At most twelve words of the source, used for the link's text fragment. */
  readonly quote?: string | undefined;
}

export interface Evidence {
  /** Id of the fact in the research notes, so that one can go back. */
  readonly fact?: string | undefined;
  readonly stance: Stance;
  readonly summary: string;
  /** Null for an absence ("No public record found …"). */
  readonly source: string | null;
  /** ISO date, possibly without day. */
  readonly date: string;
  readonly locator?: Locator | undefined;
}

export interface Claim {
  readonly id: string;
  readonly topic: string;
  readonly statement: string;
  /** Headline of the review, in imported fact-checks: a second text to find the claim by. */
  readonly title?: string | undefined;
  readonly claimant: string;
  /** When first made: ISO date, possibly without day or month. */
  readonly made: string;
  /** Where nobody says when: what the date in `made` is instead. */
  readonly undated?: Undated | undefined;
  /** Where it was made, in imported fact-checks as the feed puts it: "in a debate". */
  readonly occasion?: string | undefined;
  readonly kind: ClaimKind;
  /** Source id of the document that first made it. */
  readonly origin: string;
  readonly passages: readonly { readonly document: string; readonly lines: string }[];
  /** Strings assert; objects name their relation. */
  readonly wordings: readonly (string | Wording)[];
  readonly evidence: readonly Evidence[];
}

/** Words and expressions that count as one concept. */
export interface Group {
  readonly id: string;
  readonly kind: string;
  readonly note: string;
  readonly members: readonly string[];
  /** Members that count only when one of the groups in `near` occurs in the sentence, the two before it, or the headline. */
  readonly ambiguous?: readonly { readonly text: string; readonly near: readonly string[] }[] | undefined;
  /** An expression that means several groups at once ("the two generals"); what those stand for, it stands for, too. */
  readonly stands_for?: readonly string[] | undefined;
  readonly opposite?: readonly string[] | undefined;
  readonly related?: readonly string[] | undefined;
}

/** Log-odds: of any sentence, of a word that the pack does not know, and of stems by their weight. */
export interface Tells {
  readonly base: number;
  readonly unknown: number;
  readonly stems: readonly { readonly nats: number; readonly of: readonly string[] }[];
}

export interface Pack {
  readonly $schema?: string | undefined;
  readonly format: 1;
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** BCP 47 language of the wordings. */
  readonly language: string;
  readonly publisher: string;
  readonly licence: string;
  /** ISO date. */
  readonly updated: string;
  readonly description: string;
  readonly documents: readonly { readonly id: string; readonly title: string; readonly source: string }[];
  readonly sources: readonly Source[];
  readonly claims: readonly Claim[];
  readonly thesaurus: readonly Group[];
  /** Which words tell that a sentence makes any of the claims; learned (tests/bench/learn-wordings.ts), never edited by hand. */
  readonly tells?: Tells | undefined;
  /** What terms speak for which claim and which treatment; learned likewise, for these very wordings and this thesaurus. */
  readonly taught?: TaughtInput | undefined;
  /** Facts of the research notes that no claim uses, with the reason. */
  readonly unused_facts?: readonly { readonly fact: string; readonly reason: string }[] | undefined;
}

/** One evidence item as a card shows it: derived fields added, the source resolved. */
export interface CardItem {
  readonly stance: Stance;
  readonly summary: string;
  readonly date: string;
  readonly source: Source | null;
  readonly locator?: Locator | undefined;
  /** False when the source has an original in common with the claim's own origin: shown as "repeats", never counted. */
  readonly independent: boolean;
  /** Dated after the claim was made. */
  readonly hindsight: boolean;
  /** Link to follow: https or http, with a text fragment where the locator quotes; null when no address is known. */
  readonly href: string | null;
  /** Host of `href` where the reader should see it: imported packs, http, names in other scripts. */
  readonly place?: string | undefined;
}

/** Counts of distinct independent families of sources (and of repeats) by stance. */
export interface Balance {
  readonly corroborates: number;
  readonly rebuts: number;
  readonly context: number;
  readonly repeats: number;
}

/** Everything a card shows of one claim. */
export interface Card {
  readonly pack: {
    readonly id: string;
    readonly name: string;
    readonly version: string;
    /** BCP 47; of all words of the card that are not names. */
    readonly language: string;
    readonly imported: boolean;
  };
  readonly claim: {
    readonly id: string;
    readonly topic: string;
    readonly statement: string;
    readonly claimant: string;
    /** As in `Claim`, or "undated". */
    readonly made: string;
    readonly undated?: Undated | undefined;
    readonly kind: ClaimKind;
    readonly origin: Source | null;
    /** As in `CardItem`, of the origin's address. */
    readonly place?: string | undefined;
    /** Statement first, then the wordings: what `Reason.wording` counts. */
    readonly wordings: readonly Wording[];
  };
  /** Null for opinions and forecasts, which get no standing. */
  readonly standing: Standing | null;
  readonly balance: Balance;
  /** Strongest and independent first within each stance. */
  readonly items: readonly CardItem[];
}
