import { chainOf, type ContactId, type Exposure, type Outcome } from '../../engine/index.ts';

/** What is highlighted: the current beat with its causes and effects, or one person. */
export interface Highlight {
  /** Index of the current beat; below 0 everything is equally strong. */
  readonly beat: number;
  /** Beats that led to it, by index. */
  readonly before: ReadonlySet<number>;
  /** Beats that resulted from it, by index. */
  readonly after: ReadonlySet<number>;
  /** The chosen person; while there is one, only what concerns this person is highlighted. */
  readonly person: ContactId | null;
  /** Whose faces have a glow around them. */
  readonly faces: ReadonlySet<ContactId>;
}

/** How strong ink is: for the current beat, for its causes and effects, and for everything else, which has dried. */
const FRESH = 1;
const LINKED = 0.82;
const DRY = 0.5;
const ASIDE = 0.16;

/** Returns what is highlighted during a beat. */
export function highlightOf(outcome: Outcome, beat: number, person: ContactId | null): Highlight {
  const { before, after } = chainOf(outcome, beat);
  return { beat, before, after, person, faces: person === null ? facesOf(outcome, beat) : circleOf(outcome, person) };
}

function facesOf({ beats }: Outcome, index: number): Set<ContactId> {
  const told = beats[index];
  const placed = (told?.causes ?? []).flatMap((cause) => (cause.type === 'placed' ? cause.contacts : []));
  return new Set([...(told?.viewers ?? []), ...(told?.subjects ?? []), ...placed]);
}

/** Returns a person, everyone they saw and everyone who saw them. */
function circleOf({ exposures }: Outcome, person: ContactId): Set<ContactId> {
  const pairs = exposures.filter(({ viewer, subject }) => viewer === person || subject === person);
  return new Set([person, ...pairs.flatMap(({ viewer, subject }) => [viewer, subject])]);
}

/** Returns how strongly to draw the ink between two people, which some beat has shown. */
export function inkStrength(
  light: Highlight,
  beat: number,
  { viewer, subject }: Pick<Exposure, 'viewer' | 'subject'>,
): number {
  if (light.person !== null) return viewer === light.person || subject === light.person ? FRESH : ASIDE;
  if (beat === light.beat || light.beat < 0) return FRESH;
  return light.before.has(beat) || light.after.has(beat) ? LINKED : DRY;
}

/** Returns how strongly to draw a pool, into which the ink of many people runs. */
export function poolStrength(light: Highlight, beat: number, people: readonly ContactId[]): number {
  if (light.person !== null) return people.includes(light.person) ? FRESH : ASIDE;
  if (beat === light.beat || light.beat < 0) return FRESH;
  return light.before.has(beat) || light.after.has(beat) ? LINKED : DRY;
}
