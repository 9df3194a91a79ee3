// A family of sources as a picture: boxes joined by lines, each box a link to the source, each named in a full sentence.
import type { Pack } from '../../claims/types.ts';
import { shownDate } from '../dates.ts';
import { spoken } from '../texts.ts';
import { BOX, cut, type Family, type Member, pictureOf } from './dataset-family.ts';
import { hashOf } from './dataset-route.ts';

/** Type sizes of the two lines (dataset-pages.css). */
const NAME = 13;
const NOTE = 12;
/** Pixels of one rem, by which the picture grows with the reader's type size. */
const REM = 16;
const INSET = 13;

export function FamilyPicture({ pack, family }: { readonly pack: Pack; readonly family: Family }) {
  const { text } = spoken();
  const isRtl = text('direction') === 'rtl';
  const { width, height, boxes } = pictureOf(family, isRtl);
  return (
    <svg
      class="family"
      viewBox={`0 0 ${width} ${height}`}
      style={{ width: `${width / REM}rem` }}
      direction={isRtl ? 'rtl' : 'ltr'}
    >
      <title>{labelOf(family)}</title>
      {boxes.map(({ line, member }) => line !== null && <path key={member.source.id} class="branch" d={line} />)}
      {boxes.map(({ member, x, y, width: across }) => {
        const role = roleOf(member, family);
        const room = across - 2 * INSET;
        const lines = { name: cut(member.source.publisher, room, NAME), note: cut(noteOf(member, role), room, NOTE) };
        const sentence = sentenceOf(member, lines, role);
        const start = isRtl ? x + across - INSET : x + INSET;
        return (
          <a
            key={member.source.id}
            href={hashOf({ kind: 'source', pack: pack.id, id: member.source.id })}
            aria-label={sentence}
            class={`member ${markOf(member, family)}`}
          >
            <title>{sentence}</title>
            <rect class="box" x={x} y={y} width={across} height={BOX.height} rx={6} />
            <rect class="bar" x={isRtl ? x + across - 4 : x} y={y + 6} width={4} height={BOX.height - 12} />
            <text>
              <tspan class="name" x={start} y={y + 19}>
                {lines.name}
              </tspan>{' '}
              <tspan class="note" x={start} y={y + 36}>
                {lines.note}
              </tspan>
            </text>
          </a>
        );
      })}
    </svg>
  );
}

/** Within the claim's own family nobody bears it out or speaks against it: whoever is there repeats. */
const markOf = ({ isOrigin, stances }: Member, { isOrigins }: Family): string =>
  isOrigin ? 'origin' : ((isOrigins ? undefined : stances[0]) ?? 'between');

/** What the source does here, in a word or two; that it repeats is also told by its line. */
function roleOf({ isOrigin, stances, parent }: Member, { isOrigins }: Family): string {
  const { text } = spoken();
  if (isOrigin) return text('dataset_is_origin');
  if (stances.length > 0 && !isOrigins) return stances.map((stance) => text(`stance_${stance}`)).join(' · ');
  return text(parent === null ? 'dataset_original' : 'dataset_repeats');
}

function noteOf({ source: { published } }: Member, role: string): string {
  return published === undefined ? role : `${shownDate(published, spoken().language)} · ${role}`;
}

/** Begins with what can be seen, so that it can be called by it; then what was cut off, and whom it repeats. */
function sentenceOf(member: Member, { name, note }: { readonly name: string; readonly note: string }, role: string): string {
  const { text } = spoken();
  const { source, parent, also } = member;
  const whole = [
    `${name} ${note}`,
    ...(name === source.publisher ? [] : [source.publisher]),
    ...(note === noteOf(member, role) ? [] : [role]),
  ];
  if (parent !== null) whole.push(text('dataset_repeats_whom', [parent, ...also].map(({ publisher }) => publisher).join(', ')));
  return whole.join('. ');
}

function labelOf({ members }: Family): string {
  const { text, counted } = spoken();
  const name = members[0]?.source.publisher ?? '';
  return members.length === 1 ? text('dataset_family_alone', name) : counted('dataset_family', members.length - 1, name);
}
