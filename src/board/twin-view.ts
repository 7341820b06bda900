import type { DialogModel, DialogPart } from '../access/dialog.ts';
import { hasSingleKeys } from '../access/single-keys.ts';
import type { TwinCard, TwinModel } from '../access/twin-model.ts';
import { canLieIn, type ContactId, type Desk, type Placement } from '../engine/index.ts';
import { foreignTag, t } from '../i18n/index.ts';
import { cardsAsRead, traysAsRead } from './input/hit-test.ts';
import { fieldOf, type BoardLayout } from './layout/layout.ts';
import type { Selection } from './input/selection.ts';
import type { DeskWords } from './texts.ts';
import type { QuotedWords } from './thread-words.ts';

/** Converts the desk for its twin for keyboard and screen reader. */
export function twinModel(
  layout: BoardLayout,
  words: DeskWords,
  desk: Desk,
  placement: Placement,
  selection: Selection,
  awake: boolean,
): TwinModel {
  const order = cardsAsRead(layout);
  const count = selection.contacts.size;
  return {
    label: t('board.label'),
    keys: [
      t('board.keys'),
      ...(hasSingleKeys() ? [t('board.keys-digits', { count: desk.fields.length })] : []),
      t('board.modes'),
    ].join(' '),
    read: { label: t('board.read'), box: layout.letter.read },
    awake,
    cardsLabel: t('board.cards'),
    cards: desk.contacts.flatMap((contact): TwinCard[] => {
      const card = layout.cards.get(contact);
      if (!card) return [];
      const tray = layout.trays.find(({ field }) => field === card.field);
      return [
        {
          contact,
          field: card.field,
          label: words.label(contact, card.field),
          note: words.note(contact),
          // A card on a hidden page is represented by the button that turns the page.
          box: card.shown ? card.box : (tray?.pager ?? tray?.label ?? card.box),
          selected: selection.contacts.has(contact),
          shown: card.shown,
        },
      ];
    }),
    traysLabel: t('board.fields'),
    trays: traysAsRead(layout).map(({ field, box, label, page, pages, pager }) => {
      const { name, people, why } = words.tray(field, placement);
      const lying = order.filter((contact) => layout.cards.get(contact)?.field === field);
      return {
        field,
        box,
        label:
          why === '' ? t('board.tray-plain', { field: name, people }) : t('board.tray', { field: name, people, why }),
        put: {
          box: label,
          does: count > 0 ? 'put' : lying.length > 0 ? 'select' : 'nothing',
          note: words.names(lying),
          label:
            count > 0
              ? t('board.put-in', { count, field: name })
              : t(lying.length > 0 ? 'board.select-in' : 'board.empty-in', { field: name }),
        },
        pager:
          pager && pages > 1
            ? { label: t('board.next-page', { field: name, page: page + 1, pages }), box: pager }
            : null,
      };
    }),
  };
}

/**
 * Everything that is known about a card, or about several, and the fields that they can go to.
 * @param behind shows the members of its list at once
 */
export function cardDialog(
  words: DeskWords,
  desk: Desk,
  placement: Placement,
  contacts: readonly ContactId[],
  behind = false,
): DialogModel {
  const cards = contacts.flatMap((contact) => words.cards.get(contact) ?? []);
  const [only] = cards;
  const one = cards.length === 1 && only !== undefined;
  const fields = new Set(contacts.map((contact) => fieldOf({ placement, fields: desk.fields }, contact)));
  return {
    title: one ? only.name : t('board.selected', { count: cards.length }),
    lines: one
      ? [
          ...(only.people === null ? [] : [{ text: only.people, address: false }]),
          { text: only.address, address: true },
          ...only.marks.map((mark) => ({ text: t(`mark.${mark}`), address: false })),
        ]
      : cards.map(({ name, people }) => ({ text: people === null ? name : `${name} · ${people}`, address: false })),
    text: one ? only.about : '',
    language: one ? foreignTag(only.contact.name) : null,
    parts: one && only.behind ? [{ ...only.behind, open: behind }] : [],
    ask: t('board.move-to', { count: cards.length }),
    choices: desk.fields
      .filter((field) => cards.some(({ contact }) => canLieIn(contact, field)))
      .map((field) => {
        const { name, why, digit } = words.tray(field, placement);
        return {
          value: field,
          label: name,
          why,
          digit: desk.fields.indexOf(field) + 1,
          key: digit,
          current: fields.size === 1 && fields.has(field) ? t('board.now-here', { count: cards.length }) : null,
        };
      }),
    close: t('board.close'),
  };
}

/** The whole mail. */
export function letterDialog(words: DeskWords): DialogModel {
  return {
    title: words.subject,
    lines: [
      { text: `${t('board.from')} ${words.from}`, address: false },
      { text: words.fromAddress, address: true },
      ...(words.thread ? [{ text: words.thread.kind, address: false }] : []),
      ...(words.mails > 1 ? [{ text: t('board.mails', { count: words.mails }), address: false }] : []),
    ],
    text: words.body,
    language: foreignTag(words.mail.body),
    parts: quotedParts(words.thread?.quoted ?? []),
    ask: null,
    choices: [],
    close: t('board.close'),
  };
}

/** The mails below the new one, each inside the one that quotes it, with the lines that say who received it. */
function quotedParts([newest, ...older]: readonly QuotedWords[]): DialogPart[] {
  if (!newest) return [];
  const { from, to, cc, subject, body, language } = newest;
  const line = (label: string, text: string) => (text === '' ? [] : [{ text: `${label} ${text}`, address: false }]);
  return [
    {
      title: t('thread.wrote', { from, subject }),
      lines: [...line(`${t('field.to')}:`, to), ...line(`${t('field.cc')}:`, cc)],
      text: body,
      language,
      open: true,
      parts: quotedParts(older),
    },
  ];
}
