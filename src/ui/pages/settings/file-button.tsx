// A button that asks for a JSON file and hands on its name and text.
import { useRef } from 'preact/hooks';

export interface FileButtonProps {
  readonly name: string;
  readonly children: string;
  readonly onFile: (name: string, text: string) => void;
}

export function FileButton({ name, children, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const take = async (): Promise<void> => {
    const file = input.current?.files?.[0];
    if (file === undefined || input.current === null) return;
    const text = await file.text();
    // The same file may be chosen again.
    input.current.value = '';
    onFile(file.name, text);
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
    </>
  );
}
