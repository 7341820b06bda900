import type { Box } from './box.ts';
import { fitAddressBook, fitColumn, type Density, type Zone } from './column.ts';
import { bookTray, fieldTrays, TOUCH, WIDEST, type Draft, type LetterPlace, type Load } from './draft.ts';

const BOOK_SMALL: readonly Density[] = [
  { minWidth: 150, height: 66 },
  { minWidth: 150, height: 56 },
  { minWidth: 110, height: 54 },
  { minWidth: 110, height: 48 },
  { minWidth: 110, height: TOUCH },
];
const TRAY_SMALL: readonly Density[] = [
  { minWidth: 116, height: 48 },
  { minWidth: 116, height: TOUCH },
  { minWidth: 100, height: TOUCH },
];

/** The head of the sheet on a phone: subject, the first words, and a button for the whole mail. */
function smallLetter(x: number, y: number, width: number, lines: number): { letter: LetterPlace; bottom: number } {
  const read: Box = { x: x + width - 4 - TOUCH, y: y + 4, width: TOUCH, height: TOUCH };
  const textWidth = read.x - x - 16;
  const subject: Box = { x: x + 12, y: y + 5, width: textWidth, height: 22 };
  const body: Box = { x: x + 12, y: subject.y + 22, width: textWidth, height: lines * 18 };
  return {
    letter: { from: null, subject, body, read },
    bottom: Math.max(body.y + body.height, read.y + read.height) + 4,
  };
}

function smallZones(load: Load, width: number): Zone[] {
  return load.fields.map((field, index) => ({
    cards: load.cardsIn(field),
    densities: TRAY_SMALL,
    widest: WIDEST,
    width,
    padding: 4,
    head: 0,
    before: index === 0 ? 0 : 5,
    gap: 6,
    roomFor: 1,
  }));
}

/** The lines of a small sheet, from left to right: the name of the field, then its cards. */
const linesFrom = (x: number, width: number, labelWidth: number) => ({
  x: x + 6,
  width: width - 12,
  areaX: x + 6 + labelWidth + 5,
  labelX: x + 6,
  labelWidth,
});

const BOOK_ZONE = { densities: BOOK_SMALL, widest: 330, padding: 5, head: TOUCH, gap: 6 } as const;

/** A phone in portrait: sheet above, address book below, which share the height as the cards move. */
export function tallForm(width: number, height: number, load: Load): Draft {
  const margin = 8;
  const inner = width - margin * 2;
  const { letter, bottom } = smallLetter(margin, margin, inner, 2);
  const detail: Box = { x: margin, y: height - margin - 62, width: inner, height: 62 };
  const labelWidth = 110;
  const zones: Zone[] = [
    ...smallZones(load, inner - 12 - labelWidth - 10),
    { ...BOOK_ZONE, cards: load.cardsIn('none'), width: inner - 16, before: 14, roomFor: 99 },
  ];
  const fits = fitColumn(zones, bottom, detail.y - 6 - bottom);
  const [bookZone, bookFit] = [zones.at(-1), fits.at(-1)];
  const trays = [
    ...fieldTrays(load.fields, zones, fits, linesFrom(margin, inner, labelWidth)),
    ...(bookZone && bookFit
      ? bookTray(
          bookZone,
          { fit: bookFit, keepsSlots: false },
          { x: margin, y: bookFit.y, width: inner, height: bookFit.height },
          { x: margin + 8, width: inner - 16 },
        )
      : []),
  ];
  const lastTray = fits[load.fields.length - 1];
  const sheet: Box = {
    x: margin,
    y: margin,
    width: inner,
    height: (lastTray ? lastTray.y + lastTray.height : bottom) + 6 - margin,
  };
  return { sheet, letter, detail, trays };
}

/** A phone in landscape: the address book on the left, a short sheet on the right, and the note above the letter. */
export function flatForm(width: number, height: number, load: Load): Draft {
  const margin = 8;
  const bookWidth = Math.min(330, Math.max(262, width * 0.37));
  const book: Box = { x: margin, y: margin, width: bookWidth, height: height - margin * 2 };
  const right = book.x + book.width + margin;
  const sheet: Box = { x: right, y: margin, width: width - right - margin, height: height - margin * 2 };
  const { letter, bottom } = smallLetter(sheet.x, sheet.y, sheet.width, 1);
  const detail: Box = {
    x: sheet.x + 6,
    y: sheet.y + 4,
    width: letter.read.x - sheet.x - 12,
    height: bottom - sheet.y - 8,
  };

  const bookZone: Zone = { ...BOOK_ZONE, cards: load.cards, width: book.width - 16, before: 0, roomFor: 1 };
  const bookFit = fitAddressBook(bookZone, load.cardsIn('none'), book.y, book.height);
  const labelWidth = 112;
  const zones = smallZones(load, sheet.width - 12 - labelWidth - 10).map((zone) => ({ ...zone, roomFor: 2 }));
  const fits = fitColumn(zones, bottom, sheet.y + sheet.height - 6 - bottom);
  return {
    sheet,
    letter,
    detail,
    trays: [
      ...fieldTrays(load.fields, zones, fits, linesFrom(sheet.x, sheet.width, labelWidth)),
      ...bookTray(bookZone, bookFit, book, { x: book.x + 8, width: book.width - 16 }),
    ],
  };
}
