/** A rectangle in CSS pixels, from the corner of the canvas. */
export interface TwinBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TwinCard {
  readonly contact: string;
  readonly field: string;
  /** Who it is, and where the card lies: short, as a screen reader says it at every step. */
  readonly label: string;
  /** The address, and what is known of the contact: said after the label. */
  readonly note: string;
  readonly box: TwinBox;
  readonly selected: boolean;
  /** False on a page of its tray that is not turned up. */
  readonly shown: boolean;
}

/** A button that stands on the canvas as well. */
export interface TwinButton {
  readonly label: string;
  readonly box: TwinBox;
}

export interface TwinTray {
  readonly field: string;
  readonly label: string;
  readonly box: TwinBox;
  /** Its name: puts all selected cards here; selects all that lie here while none is selected. */
  readonly put: TwinButton & {
    readonly does: 'put' | 'select' | 'nothing';
    /** The names on the cards that lie here. */
    readonly note: string;
  };
  /** Turns the page, where there are more cards than room. */
  readonly pager: TwinButton | null;
}

/** All that a keyboard and a screen reader find on the desk. */
export interface TwinModel {
  readonly label: string;
  readonly keys: string;
  readonly read: TwinButton;
  /** Names the list of cards. */
  readonly cardsLabel: string;
  /** In the order of the address book, wherever they lie: a card that moves keeps its place in the list. */
  readonly cards: readonly TwinCard[];
  /** Names the bar of fields. */
  readonly traysLabel: string;
  /** In the order in which they are read. */
  readonly trays: readonly TwinTray[];
  /** False while the letter is away: nothing can be moved. */
  readonly awake: boolean;
}

/** What a keyboard or a screen reader asks for. */
export interface TwinEvents {
  /**
   * @param contact the card that has the focus; null when none has it
   * @param tray counted from 0; the desk may have no such tray
   */
  place(contact: string | null, tray: number): void;
  /** The name of a tray was pressed: the selected cards go there, else all that lie there are selected. */
  put(field: string): void;
  select(contact: string, way: 'toggle' | 'range'): void;
  selectAll(contact: string | null): void;
  clear(): void;
  menu(contact: string): void;
  read(): void;
  turn(field: string): void;
  undo(): void;
  redo(): void;
  /** A card has got the focus, or none has it. */
  look(contact: string | null): void;
}
