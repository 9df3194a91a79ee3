// An on/off switch with its label: one button, so that the whole row can be clicked and a screen reader says its state.
import type { ComponentChildren } from 'preact';

export interface SwitchProps {
  readonly on: boolean;
  readonly disabled?: boolean;
  /** For tests and styles. */
  readonly name: string;
  readonly children: ComponentChildren;
  readonly onToggle: (on: boolean) => void;
}

export function Switch({ on, disabled = false, name, children, onToggle }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      name={name}
      aria-checked={on}
      disabled={disabled}
      onClick={() => onToggle(!on)}
    >
      <span>{children}</span>
      <span class="track" aria-hidden="true">
        <span class="knob" />
      </span>
    </button>
  );
}
