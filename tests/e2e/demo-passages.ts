// What must be highlighted on the demo page, whatever the engine's tuning: passages about whose claim nobody would argue.
export interface Expected {
  /** Words of the passage, as the page shows them. */
  readonly words: string;
  /** Any of these: some sentences make two claims. */
  readonly claims: readonly string[];
  readonly relation: 'asserts' | 'denies' | 'questions';
}

export const DEMO: readonly Expected[] = [
  { words: 'Russia would keep Crimea without further challenge', claims: ['K2'], relation: 'asserts' },
  { words: 'keep control of the four regions it annexed in 2022', claims: ['K3', 'K4'], relation: 'asserts' },
  { words: 'Vladimir Putin would not object to Ukraine joining', claims: ['K6', 'K7'], relation: 'asserts' },
  { words: 'promise not to station its own troops on Ukrainian soil', claims: ['K8', 'K9'], relation: 'asserts' },
  { words: 'pull its forces back from the borders of the Baltic states', claims: ['K12'], relation: 'asserts' },
  { words: 'Moscow would return to the nuclear test-ban treaty', claims: ['K10'], relation: 'asserts' },
  { words: 'General Zaluzhny said the war had reached a', claims: ['K20'], relation: 'asserts' },
  { words: 'a massive technological leap to break the deadlock', claims: ['K21'], relation: 'asserts' },
  { words: 'Did Zaluzhny then apologise to the president in public?', claims: ['K26'], relation: 'questions' },
  { words: 'rules out negotiations with Putin', claims: ['K69'], relation: 'asserts' },
  { words: 'did not meet as young tank captains', claims: ['K34'], relation: 'denies' },
  { words: 'was not invited to a NATO conference in Montenegro', claims: ['K52'], relation: 'denies' },
];

/** On the page, but not to be seen: never highlighted. */
export const HIDDEN_BAIT = ['Putin agreed that Ukraine may join NATO', 'for screen readers only'];
