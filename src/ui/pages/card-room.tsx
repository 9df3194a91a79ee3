// A shadow root for the card in the extension's own pages: the very styles of the card in a page, and no others.
import { Component, type ComponentChildren, createRef, render } from 'preact';
import css from '../card.css?inline';
import { spoken } from '../texts.ts';

/** One style sheet for all rooms of a document. */
let sheet: CSSStyleSheet | null = null;
function styles(): CSSStyleSheet {
  if (sheet === null) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
}

interface Props {
  /** Its name for assistive technology. */
  readonly label: string;
  /** Of the label, where it is not ours. */
  readonly language?: string;
  /** Takes the focus when it appears. */
  readonly focused?: boolean;
  readonly children: ComponentChildren;
}

export class CardRoom extends Component<Props> {
  readonly #host = createRef<HTMLElement>();

  override componentDidMount(): void {
    const host = this.#host.current;
    const root = host?.attachShadow({ mode: 'open' });
    if (root) root.adoptedStyleSheets = [styles()];
    this.#draw();
    if (this.props.focused === true) host?.focus({ preventScroll: true });
  }

  override componentDidUpdate(): void {
    this.#draw();
  }

  override componentWillUnmount(): void {
    const root = this.#host.current?.shadowRoot;
    if (root) render(null, root);
  }

  #draw(): void {
    const root = this.#host.current?.shadowRoot;
    if (root) {
      render(
        <div class="layer" lang={spoken().language}>
          {this.props.children}
        </div>,
        root,
      );
    }
  }

  override render({ label, language }: Props) {
    return <section ref={this.#host} class="card-room" aria-label={label} lang={language} tabIndex={-1} />;
  }
}
