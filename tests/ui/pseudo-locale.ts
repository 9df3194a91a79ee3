// A language that nobody speaks, for tests: English in brackets, a third longer, written from right to left.
type Messages = Readonly<Record<string, { message: string; placeholders?: Record<string, { content: string }> }>>;

/** Translations grow by about this share. */
const LONGER = 0.3;

export function pseudo(english: Messages): Messages {
  const turned = ([key, item]: readonly [string, Messages[string]]) => {
    if (key === 'direction') return [key, { message: 'rtl' }] as const;
    if (key === 'locale') return [key, item] as const;
    // Words, so that lines may break as those of a language do.
    const longer = ' ····'.repeat(Math.ceil((item.message.length * LONGER) / 5));
    return [key, { ...item, message: `⟦${item.message}${longer}⟧` }] as const;
  };
  return Object.fromEntries(Object.entries(english).map(turned));
}
