// One choice out of a few, as radio buttons under a title.
interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly title: string;
  readonly value: T;
  readonly choices: Readonly<Record<T, string>>;
  readonly onChoose: (value: T) => void;
}

export function Choice<T extends string>({ name, title, value, choices, onChoose }: ChoiceProps<T>) {
  return (
    <fieldset class="choice">
      <legend>{title}</legend>
      {(Object.keys(choices) as T[]).map((choice) => (
        <label key={choice}>
          <input type="radio" name={name} value={choice} checked={choice === value} onChange={() => onChoose(choice)} />
          {choices[choice]}
        </label>
      ))}
    </fieldset>
  );
}
