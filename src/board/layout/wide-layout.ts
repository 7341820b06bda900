import { inset, type Box } from './box.ts';
import { fitAddressBook, fitColumn, type Density, type Zone } from './column.ts';
import { bookTray, fieldTrays, TOUCH, WIDEST, type Draft, type Load } from './draft.ts';

/** In the address book cards are large while there is room: first below each other, then side by side. */
const BOOK_LARGE: readonly Density[] = [
  { minWidth: 300, height: 118 },
  { minWidth: 300, height: 92 },
  { minWidth: 138, height: 104 },
  { minWidth: 138, height: 86 },
  { minWidth: 138, height: 68 },
  { minWidth: 138, height: 54 },
  { minWidth: 138, height: 46 },
];
const TRAY_LARGE: readonly Density[] = [
  { minWidth: 184, height: 54 },
  { minWidth: 184, height: 46 },
  { minWidth: 132, height: 46 },
  { minWidth: 118, height: TOUCH },
];

/** Width of the button that opens the whole mail, with room for longer languages. */
const READ = 216;

/** A wide desk: the address book on the left, and on the right the sheet with its fields and the whole letter. */
export function wideForm(width: number, height: number, load: Load): Draft {
  const margin = 12;
  const gap = 20;
  const bookWidth = Math.min(440, Math.max(350, width * 0.335));
  const sheetWidth = Math.min(940, width - bookWidth - margin * 2 - gap);
  const left = Math.max(margin, (width - bookWidth - sheetWidth - gap) / 2);
  const book: Box = { x: left, y: margin, width: bookWidth, height: height - margin * 2 };
  const sheet: Box = { x: left + bookWidth + gap, y: margin, width: sheetWidth, height: height - margin * 2 };

  const spine = 24;
  const page = { x: book.x + spine + 20, width: book.width - spine - 34 };
  const detailHeight = 106;
  const detail: Box = { ...page, y: book.y + book.height - detailHeight - 14, height: detailHeight };
  const bookZone: Zone = {
    // Has room for every card of the desk, wherever it is now, so that a card that returns finds its slot unchanged.
    cards: load.cards,
    densities: BOOK_LARGE,
    widest: Infinity,
    width: page.width,
    padding: 6,
    head: 54,
    before: 0,
    gap: 8,
    roomFor: 1,
  };
  const bookFit = fitAddressBook(bookZone, load.cardsIn('none'), book.y + 8, detail.y - book.y - 12);

  const inner = inset(sheet, 26, 16);
  const labelWidth = 204;
  const from: Box = { x: inner.x, y: inner.y, width: inner.width - 84, height: 30 };
  const subjectHeight = 38;
  const bodyHeight = Math.min(150, Math.max(76, inner.height * 0.19));
  const top = from.y + from.height + 6;
  const zones = load.fields.map((field, index): Zone => ({
    cards: load.cardsIn(field),
    densities: TRAY_LARGE,
    widest: WIDEST,
    width: inner.width - labelWidth - 18,
    padding: 7,
    head: 0,
    before: index === 0 ? 0 : 8,
    gap: 8,
    roomFor: 2,
  }));
  const fits = fitColumn(zones, top, inner.y + inner.height - top - subjectHeight - bodyHeight - 8);
  const last = fits.at(-1);
  const subject: Box = {
    x: inner.x,
    y: (last ? last.y + last.height : top) + 8,
    width: inner.width,
    height: subjectHeight,
  };
  const bodyTop = subject.y + subject.height;
  const body: Box = { x: inner.x, y: bodyTop, width: inner.width, height: inner.y + inner.height - bodyTop };
  const read: Box = { x: inner.x + inner.width - READ, y: subject.y + 1, width: READ, height: 36 };
  return {
    sheet,
    letter: { from, subject: { ...subject, width: subject.width - read.width - 12 }, body, read },
    detail,
    trays: [
      ...fieldTrays(load.fields, zones, fits, {
        x: inner.x,
        width: inner.width,
        areaX: inner.x + labelWidth + 10,
        labelX: inner.x,
        labelWidth,
      }),
      ...bookTray(bookZone, bookFit, book, page),
    ],
  };
}
