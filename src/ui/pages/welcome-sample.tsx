// The paragraph on the welcome page to try a card on: one claim of the bundled pack, painted as on any page, with its card
// below. It does not depend on what the reader has chosen or switched off.
import { Component, createRef } from 'preact';
import type { Card as CardData } from '../../claims/types.ts';
import { type Painter, painter } from '../../page/paint.ts';
import { text } from '../../platform/i18n.ts';
import type { Found } from '../../platform/messages.ts';
import { Card } from '../card.tsx';
import { CardRoom } from './card-room.tsx';

/** In English, which is what Sidelight reads. */
const BEFORE = 'The report had gone round the world within a day. ';
const CLAIMED = 'Vladimir Putin would not object to Ukraine joining NATO';
const AFTER = ', it said; whether the Kremlin ever agreed to such a thing is another matter.';

interface Props {
  readonly pack: string;
  readonly claim: string;
  readonly fetchCard: (pack: string, claim: string) => Promise<CardData | null>;
  readonly browse: (pack: string, claim: string) => void;
  readonly copy: (text: string) => Promise<boolean>;
}
interface State {
  /** Null until it has come. */
  readonly card: CardData | null;
  readonly isOpen: boolean;
}

/** The finding that the background would have made of the sentence. */
function foundIn({ claim: { id, statement, topic }, pack, standing, balance }: CardData): Found {
  const reason = { wording: 0, agreed: [], inferred: [] };
  const place = { block: 0, start: 0, end: CLAIMED.length };
  const known = { pack: pack.id, language: pack.language, claim: id, statement, topic, standing, balance };
  return { ...known, ...place, relation: 'asserts', confidence: 1, reason };
}

export class Sample extends Component<Props, State> {
  override state: State = { card: null, isOpen: false };
  readonly #words = createRef<HTMLElement>();
  readonly #ending = new AbortController();
  #painter: Painter | null = null;

  override componentDidMount(): void {
    const { pack, claim, fetchCard } = this.props;
    addEventListener('keydown', this.#escape, { signal: this.#ending.signal });
    fetchCard(pack, claim).then(
      (card) => this.setState({ card }),
      (cause) => console.debug('Sidelight: no card for the sample', cause),
    );
  }

  override componentDidUpdate(): void {
    const { card } = this.state;
    const element = this.#words.current;
    if (card === null || element === null || this.#painter !== null) return;
    const range = new Range();
    range.selectNodeContents(element);
    this.#painter = painter({ highlights: CSS.highlights, Highlight }, this.#ending.signal);
    const block = { text: CLAIMED, element, segments: [] };
    const stretches = [{ range, text: CLAIMED }];
    this.#painter.paint([{ id: 0, found: foundIn(card), quote: CLAIMED, block, stretches, parents: new Set([element]) }]);
  }

  override componentWillUnmount(): void {
    this.#ending.abort();
  }

  readonly #toggle = (): void => this.setState(({ isOpen }) => ({ isOpen: !isOpen }));
  readonly #close = (): void => {
    this.setState({ isOpen: false });
    this.#words.current?.focus();
  };
  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    this.#toggle();
  };
  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.state.isOpen) this.#close();
  };

  override render({ browse, copy }: Props, { card, isOpen }: State) {
    // Nothing to try while the packs cannot be read.
    if (card === null) return null;
    const { pack, claim } = this.props;
    return (
      <section class="sample">
        <h2>{text('welcome_try_title')}</h2>
        <p class="muted">{text('welcome_try_means')}</p>
        <p class="article" lang="en" dir="ltr">
          {BEFORE}
          {/* Not a button: it must break over lines as text does. */}
          {/* biome-ignore lint/a11y/useSemanticElements: as above */}
          <span ref={this.#words} role="button" tabIndex={0} aria-expanded={isOpen} onClick={this.#toggle} onKeyDown={this.#key}>
            {CLAIMED}
          </span>
          {AFTER}
        </p>
        {isOpen && (
          <CardRoom label={card.claim.statement} language={card.pack.language} focused>
            <Card
              cited={{ found: foundIn(card), quote: CLAIMED }}
              card={card}
              close={this.#close}
              actions={{ browse: () => browse(pack, claim), address: () => location.href, copy }}
            />
          </CardRoom>
        )}
      </section>
    );
  }
}
