// A family of sources as a picture: boxes joined by lines, each box a link to the source, each named in a full sentence.
import type { Pack } from '../../claims/types.ts';
import { shownDate } from '../dates.ts';
import { spoken } from '../texts.ts';
import { BOX, cut, type Family, type Member, pictureOf } from './dataset-family.ts';
import { hashOf } from './dataset-route.ts';

/** Characters of the two lines that fit a box in most scripts; the name has the whole. */
const NAME = 32;
const NOTE = 38;
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
      {boxes.map(({ member, x, y }) => (
        <a
          key={member.source.id}
          href={hashOf({ kind: 'source', pack: pack.id, id: member.source.id })}
          aria-label={sentenceOf(member)}
          class={`member ${member.isOrigin ? 'origin' : (member.stances[0] ?? 'between')}`}
        >
          <title>{sentenceOf(member)}</title>
          <rect class="box" x={x} y={y} width={BOX.width} height={BOX.height} rx={6} />
          <rect class="bar" x={isRtl ? x + BOX.width - 4 : x} y={y + 6} width={4} height={BOX.height - 12} />
          <text>
            <tspan class="name" x={isRtl ? x + BOX.width - INSET : x + INSET} y={y + 19}>
              {nameOf(member)}
            </tspan>{' '}
            <tspan class="note" x={isRtl ? x + BOX.width - INSET : x + INSET} y={y + 36}>
              {cut(noteOf(member), NOTE)}
            </tspan>
          </text>
        </a>
      ))}
    </svg>
  );
}

/** What the source does here, in a word or two: "first to say it", "rebuts", "repeats". */
function roleOf({ isOrigin, stances, parent }: Member): string {
  const { text } = spoken();
  if (isOrigin) return text('dataset_is_origin');
  const words = stances.map((stance) => text(`stance_${stance}`));
  if (parent !== null) words.unshift(text('dataset_repeats'));
  return words.length === 0 ? text('dataset_original') : words.join(' · ');
}

const nameOf = ({ source }: Member): string => cut(source.publisher, NAME);

function noteOf(member: Member): string {
  const { published } = member.source;
  const role = roleOf(member);
  return published === undefined ? role : `${shownDate(published, spoken().language)} · ${role}`;
}

/** Begins with what can be seen, so that it can be called by it. */
function sentenceOf(member: Member): string {
  const { text } = spoken();
  const { source, parent, also } = member;
  const head = `${nameOf(member)} ${cut(noteOf(member), NOTE)}`;
  const whole = nameOf(member) === source.publisher ? head : `${head}. ${source.publisher}`;
  if (parent === null) return whole;
  const repeated = [parent, ...also].map(({ publisher }) => publisher).join(', ');
  return `${whole}. ${text('dataset_repeats_whom', repeated)}`;
}

function labelOf({ members }: Family): string {
  const { text, counted } = spoken();
  const name = members[0]?.source.publisher ?? '';
  return members.length === 1 ? text('dataset_family_alone', name) : counted('dataset_family', members.length - 1, name);
}
