// What helps to find a fault, kept on the device: versions, packs, the last scans and errors. No text or address of a page.
import { counted, text, uiLanguage } from '../../../platform/i18n.ts';
import type { Report, Status } from '../../../platform/messages.ts';

export interface DiagnosticsProps {
  readonly version: string;
  readonly agent: string;
  readonly status: Status | null;
  readonly report: Report | null;
  readonly onCopyReport: (report: string) => void;
}

/** The report as plain text, in English whatever the interface speaks: it is read by maintainers. */
export function reportText({ version, agent, status, report }: Omit<DiagnosticsProps, 'onCopyReport'>): string {
  const packs = (status?.packs ?? []).map(
    ({ id, version: of, claims, bytes, on, place }) =>
      `  ${id} ${of}: ${claims} claims, index ${bytes} bytes, ${on ? 'on' : 'off'}, ${place}`,
  );
  const scans = (report?.scans ?? []).map(
    ({ at, ms, blocks, characters, found }) => `  ${at} ${ms} ms, ${blocks} blocks, ${characters} characters, ${found} found`,
  );
  const errors = (report?.errors ?? []).map(({ at, message }) => `  ${at} ${message}`);
  return [
    `Sidelight ${version}`,
    agent,
    `packs (${packs.length}):`,
    ...packs,
    ...(status?.problems ?? []).map((problem) => `  problem: ${problem}`),
    `last scans (${scans.length}):`,
    ...scans,
    `errors (${errors.length}):`,
    ...errors,
  ].join('\n');
}

export function Diagnostics(props: DiagnosticsProps) {
  const { version, status, report, onCopyReport } = props;
  const number = new Intl.NumberFormat(uiLanguage(), { maximumFractionDigits: 1 });
  const time = new Intl.DateTimeFormat(uiLanguage(), { timeStyle: 'medium' });
  const bytes = (status?.packs ?? []).reduce((sum, pack) => sum + pack.bytes, 0);
  return (
    <>
      <p class="muted">{text('options_report_means')}</p>
      <dl class="facts">
        <div>
          <dt>{text('options_fact_version')}</dt>
          <dd>{version}</dd>
        </div>
        <div>
          <dt>{text('options_report_index')}</dt>
          <dd>{text('options_report_kilobytes', number.format(bytes / 1000))}</dd>
        </div>
      </dl>
      <h3>{text('options_report_scans')}</h3>
      {report === null || report.scans.length === 0 ? (
        <p class="muted">{text('options_report_no_scans')}</p>
      ) : (
        <ul class="log">
          {[...report.scans].reverse().map(({ at, ms, characters, found }) => (
            <li key={`${at}${characters}`}>
              {time.format(new Date(at))} · {text('options_report_ms', number.format(ms))} ·{' '}
              {text('options_report_characters', number.format(characters))} · {counted('popup_passages', found)}
            </li>
          ))}
        </ul>
      )}
      <h3>{text('options_report_errors')}</h3>
      {report === null || report.errors.length === 0 ? (
        <p class="muted">{text('options_report_no_errors')}</p>
      ) : (
        <ul class="log">
          {[...report.errors].reverse().map(({ at, message }) => (
            <li key={at}>
              {time.format(new Date(at))} · {message}
            </li>
          ))}
        </ul>
      )}
      <p class="buttons">
        <button type="button" class="button" name="copy-report" onClick={() => onCopyReport(reportText(props))}>
          {text('options_report_copy')}
        </button>
      </p>
    </>
  );
}
