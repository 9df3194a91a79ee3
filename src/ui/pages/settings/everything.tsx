// All settings at once: into a file, from a file, back to the beginning.
import { text } from '../../../platform/i18n.ts';
import { FileButton } from './file-button.tsx';

export interface EverythingProps {
  readonly onExportAll: () => void;
  readonly onImportAll: (text: string) => void;
  readonly onReset: () => void;
}

export function Everything({ onExportAll, onImportAll, onReset }: EverythingProps) {
  return (
    <>
      <p class="muted">{text('options_everything_means')}</p>
      <p class="buttons">
        <button type="button" class="button" name="export-all" onClick={onExportAll}>
          {text('options_everything_export')}
        </button>
        <FileButton name="import-all" onFile={(_, file) => onImportAll(file)}>
          {text('options_everything_import')}
        </FileButton>
        <button type="button" class="button" name="reset" onClick={onReset}>
          {text('options_reset')}
        </button>
      </p>
      <p class="muted">{text('options_reset_means')}</p>
    </>
  );
}
