// The settings page: its sections in order, each in a file of its own. A view only.
import type { ComponentChildren } from 'preact';
import { text } from '../../platform/i18n.ts';
import { Diagnostics, type DiagnosticsProps } from './settings/diagnostics.tsx';
import { Everything, type EverythingProps } from './settings/everything.tsx';
import { Hidden, type HiddenProps } from './settings/hidden.tsx';
import { ImportPack, type ImportPackProps } from './settings/import-pack.tsx';
import { type Key, Keys } from './settings/keys.tsx';
import { LookChoices, type LookProps } from './settings/look.tsx';
import { Packs, type PacksProps } from './settings/packs.tsx';
import { type Said, SaidLine } from './settings/said.tsx';
import { Sites, type SitesProps } from './settings/sites.tsx';
import { Where, type WhereProps } from './settings/where.tsx';

export type OptionsProps = WhereProps &
  Omit<SitesProps, 'sites' | 'likely'> &
  LookProps &
  PacksProps &
  ImportPackProps &
  HiddenProps &
  EverythingProps &
  DiagnosticsProps & {
    readonly commands: readonly Key[];
    readonly said: Said | null;
    readonly onCloseSaid: () => void;
  };

const SECTIONS = ['where', 'sites', 'look', 'packs', 'hidden', 'keys', 'privacy', 'everything', 'report'] as const;

export function Options(props: OptionsProps) {
  const { settings } = props;
  return (
    <div class="options">
      <header>
        <h1 class="brand">
          <img src="/icons/mark.svg" width="28" height="28" alt="" />
          {text('options_title')}
        </h1>
        <nav aria-label={text('options_sections')}>
          <ul>
            {SECTIONS.map((name) => (
              <li key={name}>
                <a href={`#${name}`}>{text(`options_${name}`)}</a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <div class="sections">
        <Section name="where">
          <Where {...props} />
        </Section>
        <Section name="sites">
          <Sites {...props} sites={settings.sites} likely={!settings.everywhere} />
        </Section>
        <Section name="look">
          <LookChoices {...props} />
        </Section>
        <Section name="packs">
          <Packs {...props} />
          <ImportPack {...props} />
        </Section>
        <Section name="hidden">
          <Hidden {...props} />
        </Section>
        <Section name="keys">
          <Keys commands={props.commands} />
        </Section>
        <Section name="privacy">
          <p>{text('options_privacy_text')}</p>
          <p>{text('options_privacy_kept')}</p>
          <p>{text('options_privacy_seen')}</p>
        </Section>
        <Section name="everything">
          <Everything {...props} />
        </Section>
        <Section name="report">
          <Diagnostics {...props} />
        </Section>
      </div>
      <SaidLine said={props.said} onClose={props.onCloseSaid} />
    </div>
  );
}

function Section({ name, children }: { readonly name: (typeof SECTIONS)[number]; readonly children: ComponentChildren }) {
  return (
    <section id={name} aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>{text(`options_${name}`)}</h2>
      {children}
    </section>
  );
}
