// Sentences that the pages of the tests are made of: claims that the bundled pack knows, each highlighted as a whole, and
// ordinary news that makes none.

/** Names the story without telling it: pages that are about something else are read with more caution. */
export const HEADLINE = 'What Seymour Hersh wrote about Valery Zaluzhny and Valery Gerasimov';

export const LEAP = 'It would take a massive technological leap to break the deadlock, Zaluzhny said.';
export const WEAPONS = 'Only defensive weapons, never offensive ones, could be placed in Ukraine by NATO.';
export const LAVROV = 'The foreign minister, Sergei Lavrov, was not invited to a NATO conference in Montenegro.';
export const CAPTAINS = 'Gerasimov and Dempsey did not meet as young tank captains in divided Germany.';
export const BALTICS = 'Russia would pull its forces back from the borders of the Baltic states and Moldova.';
export const GROUND = 'His troops had moved forward by only 17 kilometres since the offensive began, Zaluzhny conceded.';
export const CLAIMS: readonly string[] = [LEAP, WEAPONS, LAVROV, CAPTAINS, BALTICS, GROUND];

/** Makes no claim. */
export const FILLER = 'The ferry to the islands leaves at seven, and the baker on the quay opens an hour before.';
export const CALM: readonly string[] = [
  FILLER,
  'The town council met for the third time this month to talk about the new bridge.',
  'A cold wind from the north kept most of the fishing boats in the harbour.',
  'Tickets for the concert in the old brewery were sold out within a day.',
];
/** So many sentences without a claim, one after the other. */
export const calm = (sentences: number): string => Array.from({ length: sentences }, (_, i) => CALM[i % CALM.length]).join(' ');
