// A button that asks for a JSON file and hands on its name and text. What cannot be read as text is told beside it.
import { useRef, useState } from 'preact/hooks';
import { messageOf } from '../../../claims/problem.ts';
import { text } from '../../../platform/i18n.ts';

export interface FileButtonProps {
  readonly name: string;
  readonly children: string;
  readonly onFile: (name: string, text: string) => void;
}

const MB = 1024 * 1024;
/** Chromium makes no text of more than 512 MB, and says only that the file cannot be read. */
export const MOST_MB = 500;

type Read = { readonly text: string } | { readonly problem: string };

/** A file's text; in another encoding than UTF-8 it is none, for its letters would be stored as signs of replacement. */
export async function readText(file: Pick<File, 'size' | 'arrayBuffer'>): Promise<Read> {
  if (file.size > MOST_MB * MB) return { problem: text('options_file_large', MOST_MB) };
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch (cause) {
    return { problem: text('options_file_unreadable', messageOf(cause)) };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    // Its message names no more than that.
    return { problem: text('options_file_not_utf8') };
  }
}

export function FileButton({ name, children, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const turn = useRef(0);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (): Promise<void> => {
    const file = input.current?.files?.[0];
    if (file === undefined || input.current === null) return;
    // The same file may be chosen again.
    input.current.value = '';
    const mine = ++turn.current;
    setProblem(null);
    const read = await readText(file);
    if (mine !== turn.current) return;
    if ('problem' in read) setProblem(read.problem);
    else onFile(file.name, read.text);
  };
  return (
    <>
      <button type="button" class="button" name={name} onClick={() => input.current?.click()}>
        {children}
      </button>
      <input
        ref={input}
        type="file"
        name={`${name}-file`}
        accept=".json,.jsonld,application/json,application/ld+json"
        aria-label={children}
        tabIndex={-1}
        hidden
        onChange={() => void take()}
      />
      {problem === null ? null : (
        <span class="wrong" role="alert">
          {problem}
        </span>
      )}
    </>
  );
}
