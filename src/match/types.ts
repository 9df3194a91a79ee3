// The engine's contract: what goes in (blocks of text) and what comes out (matches with offsets and a reason).
// Claims are plain numbers here; src/claims/ knows their ids and texts.

/** One stretch of visible text, as the block reader found it. Offsets of a match count UTF-16 units of `text`. */
export interface Block {
  readonly text: string;
  /** Headings give context to what follows; nothing else depends on the role. */
  readonly role?: 'heading' | 'text' | undefined;
}

/** What is known of the page beside its blocks. */
export interface MatchContext {
  /** The document's title; names in it count as named before the first block. */
  readonly title?: string | undefined;
  /** BCP 47 language of the page (`lang`), if it states one. */
  readonly language?: string | undefined;
}

/** How a passage treats the claim. An attributed report ("Hersh writes that …") asserts. */
export type Relation = 'asserts' | 'denies' | 'questions';

/** A stretch of the passage that agreed with the claim's wording. */
export interface Agreement {
  /** UTF-16 offsets in the block's text. */
  readonly start: number;
  readonly end: number;
  /** Share of the decision, 0 to 1; the shares of one match add up to at most 1. */
  readonly weight: number;
}

/** Why a match was made. */
export interface Reason {
  /** Which text of the claim agreed best: 0 is the statement, 1 and up its wordings. */
  readonly wording: number;
  readonly agreed: readonly Agreement[];
  /** Names taken from earlier sentences or the headline, as the page wrote them. */
  readonly inferred: readonly string[];
}

/** A passage that makes a claim. */
export interface Match {
  /** Position of the claim in the compiled pack. */
  readonly claim: number;
  /** Position of the block in the given list. */
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly relation: Relation;
  /** Calibrated probability that the passage makes the claim, 0 to 1. */
  readonly confidence: number;
  readonly reason: Reason;
}

/** A claim near to a text, whether or not it would be highlighted. */
export interface Nearest {
  readonly claim: number;
  /** Higher is nearer; comparable within one answer only. */
  readonly score: number;
}

/** An opened index. Pure and synchronous; holds no texts of the pack. */
export interface Matcher {
  readonly claims: number;
  /** All matches, in reading order. */
  match(blocks: readonly Block[], context?: MatchContext): Match[];
  /**
   * The `k` nearest claims to `text` (a sentence or a selection), nearest first; `before` and `after` are its neighbours. An index
   * of wordings reads on from what stands before, as a page is read, and leaves `after` aside; one of bare statements weighs both,
   * and puts the nearest hundred in order by all that it has learned, further ones by the words they share. Fewer than `k` where
   * fewer have anything in common with the text.
   */
  nearest(
    text: string,
    k: number,
    around?: { readonly before?: string | undefined; readonly after?: string | undefined },
  ): Nearest[];
}
