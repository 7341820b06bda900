import type { ContactId, Field, Placement } from '../../engine/index.ts';
import { mirrored, scaled, type Box } from './box.ts';
import type { LetterPlace, Load } from './draft.ts';
import { flatForm, tallForm } from './narrow-layouts.ts';
import { fillTray, type CardPlace, type TrayPlace } from './tray-place.ts';
import { wideForm } from './wide-layout.ts';

/** What the layout depends on. */
export interface LayoutInput {
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly contacts: readonly ContactId[];
  /** The trays of the desk, in their order; `none` is the address book. */
  readonly fields: readonly Field[];
  readonly placement: Placement;
  /** The current page of each tray with more cards than fit. */
  readonly pages: Readonly<Partial<Record<Field, number>>>;
  readonly rightToLeft: boolean;
  /** How many times larger than usual the type is: on a projector, or by a setting of the browser. */
  readonly typeScale: number;
}

/** A wide desk, a phone in portrait, a phone in landscape. */
export type Form = 'wide' | 'tall' | 'flat';

export interface BoardLayout {
  readonly form: Form;
  /** CSS pixels of a unit of drawing: a large screen enlarges everything. */
  readonly scale: number;
  readonly sheet: Box;
  readonly letter: LetterPlace;
  /** The note on the current card, or else the hint. In the flat layout it is on the letter. */
  readonly detail: Box;
  readonly trays: readonly TrayPlace[];
  readonly cards: ReadonlyMap<ContactId, CardPlace>;
}

const FORMS = { wide: wideForm, tall: tallForm, flat: flatForm } as const;
/** The size at which a unit of drawing is a CSS pixel. */
const NATURAL: Readonly<Record<Form, readonly [number, number]>> = {
  wide: [1240, 640],
  tall: [430, 760],
  flat: [900, 400],
};
/** The smallest size of a wide desk, in units of drawing. */
const LEAST_WIDE = [860, 470] as const;

function formOf(width: number, height: number): Form {
  if (width >= LEAST_WIDE[0] && height >= LEAST_WIDE[1]) return 'wide';
  return height > width * 0.9 ? 'tall' : 'flat';
}

/** How many sizes to try between the usual one and that of large type. */
const STEPS = 8;

/**
 * Returns the CSS pixels of a unit of drawing. A large window or a page with large type enlarges everything, as far as
 * a wide desk stays wide and every card keeps its own slot in the address book. The other layouts are for small
 * windows, which have no space to spare.
 */
function scaleOf(form: Form, { width, height, typeScale }: LayoutInput, load: Load): number {
  const [naturalWidth, naturalHeight] = NATURAL[form];
  const fitting = Math.min(1.6, Math.max(1, Math.min(width / naturalWidth, height / naturalHeight)));
  if (form !== 'wide') return fitting;
  const most = Math.min(fitting * typeScale, width / LEAST_WIDE[0], height / LEAST_WIDE[1]);
  for (let step = STEPS; step > 0; step--) {
    const scale = fitting + ((most - fitting) * step) / STEPS;
    const { trays } = wideForm(width / scale, height / scale, load);
    if (scale > fitting && trays.every(({ field, keepsSlots }) => field !== 'none' || keepsSlots)) return scale;
  }
  return fitting;
}

/** The field of a card; a field that this desk does not have counts as none. */
export function fieldOf(input: Pick<LayoutInput, 'placement' | 'fields'>, contact: ContactId): Field {
  const field = input.placement[contact] ?? 'none';
  return input.fields.includes(field) ? field : 'none';
}

/**
 * Lays out the desk: the positions of the sheet, the trays and every card. A pure function, so that the picture, the
 * twin for keyboard and screen reader, and a tap all use the same positions.
 */
export function layOut(input: LayoutInput): BoardLayout {
  const form = formOf(input.width, input.height);
  const inTray = (field: Field) => input.contacts.filter((contact) => fieldOf(input, contact) === field);
  const load: Load = {
    fields: input.fields.filter((field) => field !== 'none'),
    cardsIn: (field) => inTray(field).length,
    cards: input.contacts.length,
  };
  const scale = scaleOf(form, input, load);
  const draft = FORMS[form](input.width / scale, input.height / scale, load);
  const final = (box: Box): Box => {
    const sized = scaled(box, scale);
    return input.rightToLeft ? mirrored(sized, input.width) : sized;
  };
  const filled = draft.trays.map((tray) =>
    fillTray(tray, inTray(tray.field), input.contacts, input.pages[tray.field] ?? 0),
  );
  const { from, subject, body, read } = draft.letter;
  return {
    form,
    scale,
    sheet: final(draft.sheet),
    letter: { from: from && final(from), subject: final(subject), body: final(body), read: final(read) },
    detail: final(draft.detail),
    trays: filled.map(({ tray }) => ({
      ...tray,
      box: final(tray.box),
      label: final(tray.label),
      area: final(tray.area),
      slots: tray.slots.map(final),
      pager: tray.pager && final(tray.pager),
    })),
    cards: new Map(
      filled.flatMap(({ cards }) =>
        cards.map(([contact, place]) => [contact, { ...place, box: final(place.box) }] as const),
      ),
    ),
  };
}
