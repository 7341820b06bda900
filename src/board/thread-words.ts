import type { ContactId, Desk, Level, LevelText, Mail } from '../engine/index.ts';
import { foreignTag, formatList, t, textOf } from '../i18n/index.ts';

/** An earlier mail as quoted below the new one. */
export interface QuotedWords {
  readonly from: string;
  /** Empty if nobody was in that line. */
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
  readonly body: string;
  readonly language: string | null;
}

/** Which earlier mail this one follows. */
export interface ThreadWords {
  /** Whether it is a reply, a reply-all, a forward or an earlier mail edited as new, and of which mail. */
  readonly kind: string;
  /** Who wrote the quoted mail, in one line; empty when nothing is quoted. */
  readonly below: string;
  /** The newest first. */
  readonly quoted: readonly QuotedWords[];
  /** Who received one of these mails, without the player: they already know the history. */
  readonly had: ReadonlySet<ContactId>;
}

type Thread = NonNullable<Mail['thread']>;

/** The words of a desk's thread, in the current language; null for a mail that stands alone. */
export function threadWords(level: Level, mail: Mail, { quoted }: Pick<Desk, 'quoted'>): ThreadWords | null {
  const { thread } = mail;
  if (!thread) return null;
  const names = (ids: readonly ContactId[]) =>
    formatList(ids.flatMap((id) => level.contacts.filter((one) => one.id === id).map(({ name }) => textOf(name))));
  const words = quoted.map(({ from, to, cc, subject, body }): QuotedWords => ({
    from: from === null ? textOf(level.sender.name) : names([from]),
    to: names(to),
    cc: names(cc),
    subject: textOf(subject),
    body: textOf(body),
    language: foreignTag(body),
  }));
  const writers = [...new Set(words.map(({ from }) => from))];
  return {
    kind: t(`thread.${thread.kind}`, { subject: textOf(subjectOf(level, thread)) }),
    below: writers.length > 0 ? t('thread.below', { from: formatList(writers) }) : '',
    quoted: words,
    had: new Set(quoted.flatMap(({ had }) => had)),
  };
}

/** The subject of the mail that a thread follows. */
function subjectOf({ mails, received = [] }: Level, { of }: Thread): LevelText {
  return [...received, ...mails].find(({ id }) => id === of)?.subject ?? '';
}
