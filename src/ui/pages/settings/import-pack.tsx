// Importing a pack or a feed of fact-checks: the file is read and checked, shown, and only then added.
import { counted, text, uiLanguage } from '../../../platform/i18n.ts';
import type { Preview } from '../../../platform/pack-import.ts';
import { shownDate } from '../../dates.ts';
import { FileButton } from './file-button.tsx';

export type ImportState =
  | { readonly kind: 'idle' | 'reading' | 'storing' }
  | { readonly kind: 'preview'; readonly preview: Preview }
  | { readonly kind: 'refused'; readonly problems: readonly string[] }
  | { readonly kind: 'done'; readonly name: string };

export interface ImportPackProps {
  readonly importing: ImportState;
  readonly onImportFile: (name: string, text: string) => void;
  readonly onImportAdd: () => void;
  readonly onImportCancel: () => void;
}

export function ImportPack({ importing, onImportFile, onImportAdd, onImportCancel }: ImportPackProps) {
  const busy = importing.kind === 'reading' || importing.kind === 'storing';
  return (
    <div class="import">
      <h3>{text('options_import')}</h3>
      <p class="muted">{text('options_import_means')}</p>
      <FileButton name="import-pack" onFile={onImportFile}>
        {text('options_import_choose')}
      </FileButton>
      <div role="status" class="outcome">
        {busy ? <p>{text(importing.kind === 'reading' ? 'options_import_reading' : 'options_import_storing')}</p> : null}
        {importing.kind === 'done' ? <p>{text('options_import_done', importing.name)}</p> : null}
        {importing.kind === 'refused' ? <Refusal problems={importing.problems} /> : null}
      </div>
      {importing.kind === 'preview' ? <PreviewOf preview={importing.preview} /> : null}
      {importing.kind === 'preview' || busy ? (
        <p class="buttons">
          {busy ? null : (
            <button type="button" class="button main" name="import-add" onClick={onImportAdd}>
              {text('options_import_add')}
            </button>
          )}
          <button type="button" class="button" name="import-cancel" onClick={onImportCancel}>
            {text('options_cancel')}
          </button>
        </p>
      ) : null}
    </div>
  );
}

function Refusal({ problems }: { readonly problems: readonly string[] }) {
  return (
    <div class="warning">
      <p>{text('options_import_refused')}</p>
      <ul class="problems">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  );
}

function PreviewOf({ preview }: { readonly preview: Preview }) {
  const { name, version, publisher, licence, language, updated, claims, sources, statements, skipped, replaces } = preview;
  return (
    <div class="preview">
      <h4>
        <bdi>{name}</bdi> <span class="tag">{text('options_pack_imported')}</span>
      </h4>
      <p class="muted">
        {text(preview.source === 'pack' ? 'options_import_is_pack' : 'options_import_is_reviews')}{' '}
        {counted('options_claims', claims)} · {counted('options_sources', sources)} · {version} ·{' '}
        {shownDate(updated, uiLanguage())} · <bdi>{publisher}</bdi> · <bdi>{licence}</bdi>
      </p>
      {replaces === null ? null : <p>{text('options_import_replaces', replaces)}</p>}
      <p>{text('options_import_first')}</p>
      <ul class="statements">
        {statements.map((statement) => (
          <li key={statement}>
            <bdi lang={language}>{statement}</bdi>
          </li>
        ))}
      </ul>
      {skipped.length === 0 ? null : (
        <details>
          <summary>{text('options_import_skipped')}</summary>
          <ul class="problems">
            {skipped.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
