// The contract between the script in the page, the background and the extension's own pages.
// Shapes only here; parsing and sending are in their own files. A page's script may send ReaderRequest and nothing else.
import type { Balance, Card, Pack, Relation, Standing } from '../claims/types.ts';
import type { Block, Reason } from '../match/types.ts';
import type { Limit } from '../page/scanner.ts';
import type { Strength, Theme } from './settings-items.ts';

/** How the reader wants things to look. */
export interface Look {
  readonly strength: Strength;
  readonly theme: Theme;
  /** Marks in the margin instead of underlined passages. */
  readonly calm: boolean;
}

/** A claim found on the page, with all that painting, the chip and the list need. */
export interface Found {
  readonly pack: string;
  /** BCP 47, of the statement. */
  readonly language: string;
  readonly claim: string;
  readonly statement: string;
  readonly topic: string;
  readonly standing: Standing | null;
  readonly balance: Balance;
  /** Position of the block in the request. */
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly relation: Relation;
  readonly confidence: number;
  readonly reason: Reason;
  /** Found for a text that the reader selected: `confidence` is then worth showing, and may be low. */
  readonly near?: true;
}

/** A claim near to a text that the reader selected. */
export type Near = Omit<Found, 'block' | 'start' | 'end'>;
/** The answer to a selection: nearest first, empty when no known claim is near. */
export interface Selected {
  readonly text: string;
  readonly near: readonly Near[];
  readonly checked: number;
}

export type ReaderRequest =
  /** `earlier` and `later` stand before and after these blocks in the page, for context only: nothing in them is matched again. */
  | {
      readonly kind: 'match';
      readonly scan: number;
      readonly blocks: readonly Block[];
      readonly earlier: readonly Block[];
      readonly later: readonly Block[];
      readonly title: string;
      readonly language: string | null;
    }
  | { readonly kind: 'card'; readonly pack: string; readonly claim: string }
  /** The number of passages and claims now highlighted, for the badge; `limit` when a limit bit. */
  | { readonly kind: 'found'; readonly passages: number; readonly claims: number; readonly limit: string | null }
  /** The reader's "Passage says something else" and "Mute this claim" from the card. */
  | { readonly kind: 'hide'; readonly pack: string; readonly claim: string; readonly quote: string }
  | { readonly kind: 'mute'; readonly pack: string; readonly claim: string }
  /** Opens the claim in the extension's own dataset page. */
  | { readonly kind: 'browse'; readonly pack: string; readonly claim: string };

export interface MatchReply {
  readonly scan: number;
  readonly found: readonly Found[];
  /** Claims checked against, over all packs that are on. */
  readonly checked: number;
  /** The text is in a language that is not read: nothing in it was checked. */
  readonly foreign: boolean;
  readonly look: Look;
}
export type CardReply = { readonly card: Card } | { readonly card: null; readonly why: string };

/** From the popup, the side panel or a command to the script in a tab. */
export type ReaderCommand =
  | { readonly kind: 'state' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'scroll'; readonly passage: number }
  /** Which passages the reader has before the eyes; the panel asks while it is open. */
  | { readonly kind: 'view' }
  /** "Passage says something else" and "Mute this claim" from the panel's card. */
  | { readonly kind: 'hide' | 'mute'; readonly passage: number }
  | { readonly kind: 'next' | 'previous' | 'open' }
  | { readonly kind: 'look'; readonly look: Look }
  /** What is known of the text that is selected in the page. */
  | ({ readonly kind: 'selected' } & Selected);

/** The script's answer to `state`. */
export interface ReaderState {
  /** Claims checked against; null where no text was checked (yet). */
  readonly checked: number | null;
  readonly passages: readonly {
    readonly passage: number;
    readonly quote: string;
    readonly found: Omit<Found, 'block' | 'end'>;
  }[];
  readonly limit: Limit | null;
}

/** The script's answer to `view`: passages at least partly in the window, in reading order. */
export interface ReaderSight {
  readonly inView: readonly number[];
}

/** What the script answers to each command; a frame inside the page answers only `stop` and `look`. */
export interface Answers {
  readonly state: ReaderState;
  readonly view: ReaderSight;
  readonly stop: { readonly stopped: true };
  readonly look: { readonly worn: true };
  /** Whether the passage was there. */
  readonly scroll: { readonly done: boolean };
  readonly hide: { readonly done: boolean };
  readonly mute: { readonly done: boolean };
  /** Whether there was anything to show. */
  readonly next: { readonly shown: boolean };
  readonly previous: { readonly shown: boolean };
  readonly open: { readonly shown: boolean };
  readonly selected: { readonly shown: boolean };
}

/** From the popup and the extension's other pages to the background; refused from anywhere else. */
export type PageRequest =
  /** What is loaded, and what is wrong. */
  | { readonly kind: 'status' }
  | { readonly kind: 'card'; readonly pack: string; readonly claim: string }
  /** "Check this page": run the reader once in this tab. */
  | { readonly kind: 'check'; readonly tab: number }
  /** "Pause in this tab", and go on. */
  | { readonly kind: 'pause'; readonly tab: number; readonly on: boolean }
  /** Packs were imported or removed: open them anew. */
  | { readonly kind: 'packs' }
  /** For the diagnostics. */
  | { readonly kind: 'report' };

/** What the background answers to each PageRequest. */
export interface Replies {
  readonly status: Status;
  readonly card: CardReply;
  /** False where the browser does not let us. */
  readonly check: boolean;
  readonly pause: boolean;
  readonly packs: true;
  readonly report: Report;
}

/** What the extension's pages are told of a pack. */
export interface PublicFacts extends Pick<Pack, 'id' | 'name' | 'version' | 'language' | 'publisher' | 'licence' | 'updated'> {
  readonly claims: number;
  readonly sources: number;
  readonly imported: boolean;
}

export interface Status {
  readonly packs: readonly (PublicFacts & {
    /** Size of the index. */
    readonly bytes: number;
    readonly on: boolean;
    /** `memory`: the browser's storage failed, and the pack was compiled for this session only. */
    readonly place: 'stored' | 'memory';
  })[];
  readonly problems: readonly string[];
}

/** One answered `match`; never any text of the page. */
export interface ScanNote {
  /** ISO time. */
  readonly at: string;
  readonly ms: number;
  readonly blocks: number;
  readonly characters: number;
  readonly found: number;
}
export interface ErrorNote {
  readonly at: string;
  readonly message: string;
}
export interface Report {
  readonly scans: readonly ScanNote[];
  readonly errors: readonly ErrorNote[];
}
