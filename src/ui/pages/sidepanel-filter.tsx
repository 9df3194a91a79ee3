// The panel's filter: standings as buttons that stay pressed, topics as a list.
import { type Group, groupInWords } from '../standing.ts';
import { spoken } from '../texts.ts';
import { countsOf, type Entry, type Filter, topicInWords, topicsOf } from './sidepanel-claims.ts';

interface Props {
  readonly entries: readonly Entry[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

export function PanelFilter({ entries, filter, onFilter }: Props) {
  const { text, language } = spoken();
  const counts = countsOf(entries);
  const topics = topicsOf(entries, language);
  const toggle = (group: Group): void => {
    const groups = new Set(filter.groups);
    if (!groups.delete(group)) groups.add(group);
    onFilter({ ...filter, groups });
  };
  return (
    <div class="filter">
      {counts.length > 1 && (
        <fieldset class="groups">
          <legend class="unseen">{text('panel_standing')}</legend>
          {counts.map(({ group, count }) => (
            <button
              key={group}
              type="button"
              class="toggle"
              name={group}
              aria-pressed={filter.groups.has(group)}
              onClick={() => toggle(group)}
            >
              <span class={`standing ${group}`}>{groupInWords(group)}</span> <span class="count">{count}</span>
            </button>
          ))}
        </fieldset>
      )}
      {topics.length > 1 && (
        <label class="topic">
          <span>{text('panel_topic')}</span>
          <select
            name="topic"
            value={filter.topic ?? ''}
            onChange={({ currentTarget }) => onFilter({ ...filter, topic: currentTarget.value || null })}
          >
            <option value="">{text('panel_topic_all')}</option>
            {topics.map((topic) => (
              <option key={topic} value={topic}>
                {topicInWords(topic)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}
