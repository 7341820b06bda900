/** A rectangle in CSS pixels, from the top left corner of the canvas. */
export interface TwinBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TwinCard {
  readonly contact: string;
  readonly field: string;
  /** The name and the field of the card: short, as a screen reader says it at every step. */
  readonly label: string;
  /** The address, and what is known about the contact; read after the label. */
  readonly note: string;
  readonly box: TwinBox;
  readonly selected: boolean;
  /** False when the card is on a hidden page of its tray. */
  readonly shown: boolean;
}

/** A button that the canvas draws too. */
export interface TwinButton {
  readonly label: string;
  readonly box: TwinBox;
}

export interface TwinTray {
  readonly field: string;
  readonly label: string;
  readonly box: TwinBox;
  /** The heading of the tray: moves all selected cards here, or selects all cards of the tray when none is selected. */
  readonly put: TwinButton & {
    readonly does: 'put' | 'select' | 'nothing';
    /** The names on the cards in the tray. */
    readonly note: string;
  };
  /** Shows the next page; null when all cards fit on one. */
  readonly pager: TwinButton | null;
}

/** Everything on the desk that a keyboard and a screen reader can use. */
export interface TwinModel {
  readonly label: string;
  readonly keys: string;
  readonly read: TwinButton;
  /** The name of the list of cards. */
  readonly cardsLabel: string;
  /** In the order of the address book, whatever the field: a card that moves keeps its place in the list. */
  readonly cards: readonly TwinCard[];
  /** The name of the bar of fields. */
  readonly traysLabel: string;
  /** In reading order. */
  readonly trays: readonly TwinTray[];
  /** False after Send, when nothing can be moved. */
  readonly awake: boolean;
}

/** What a keyboard or a screen reader asks for. */
export interface TwinEvents {
  /**
   * @param contact the focused card; null when none has the focus
   * @param tray counted from 0; the desk may have no such tray
   */
  place(contact: string | null, tray: number): void;
  /** The player pressed the heading of a tray, which moves the selected cards there or selects all cards in it. */
  put(field: string): void;
  select(contact: string, way: 'toggle' | 'range'): void;
  selectAll(contact: string | null): void;
  clear(): void;
  menu(contact: string): void;
  read(): void;
  turn(field: string): void;
  /** A card has received the focus, or the focus has left the cards. */
  look(contact: string | null): void;
}
