import type { AddressBook } from '../mail/contacts.ts';
import type { Circle, CircleId, Contact, ContactId, Level, MailId } from '../level/level.ts';

/** How two contacts are related, by the circles of the level. */
export interface Relations {
  /**
   * True when it is no leak if the viewer sees the subject on this mail: both are in one circle of context there, one
   * of them works on the matter, or the viewer may see the subject (`maySee`, which is one-way).
   */
  shareContext(viewer: Contact, subject: Contact, mail: MailId): boolean;
  /** True when one circle of context contains both on this mail. */
  shareCircle(one: Contact, other: Contact, mail: MailId): boolean;
  /** The circle by which the two would recognise each other, or null. */
  acquaintance(viewer: Contact, subject: Contact): CircleId | null;
  /** Circles whose members must be able to answer each other on this mail, with groups and lists expanded. */
  discussing(mail: MailId): readonly { readonly circle: Circle; readonly members: readonly Contact[] }[];
}

/**
 * Contextual integrity (Nissenbaum 2004): a flow is no leak within the context that it belongs to, and being acquainted
 * is not permission (rule 9). The same people may share one matter but not another, so a circle can apply to some mails
 * only.
 */
export function relations(level: Level, book: AddressBook): Relations {
  const circles = (level.circles ?? []).map((circle) => ({
    circle,
    members: [...new Set(circle.members.flatMap((member) => book.expand(member)))],
  }));
  const circlesOf = (bond: Circle['bond'], among = circles) => {
    const map = new Map<ContactId, Set<CircleId>>();
    for (const { circle, members } of among) {
      if (circle.bond !== bond) continue;
      // A list that is itself a member is known by its name, just as its members are by theirs.
      for (const id of [...circle.members, ...members.map((member) => member.id)]) {
        map.set(id, (map.get(id) ?? new Set()).add(circle.id));
      }
    }
    return map;
  };
  const acquaintances = circlesOf('acquaintance');
  const common = (map: Map<ContactId, Set<CircleId>>, a: Contact, b: Contact): CircleId | null => {
    const others = map.get(b.id);
    if (!others) return null;
    for (const circle of map.get(a.id) ?? []) if (others.has(circle)) return circle;
    return null;
  };
  const permissions = new Map<ContactId, ReadonlySet<ContactId>>();
  const permitted = ({ id, maySee = [] }: Contact): ReadonlySet<ContactId> => {
    const known = permissions.get(id);
    if (known) return known;
    const ids = maySee.includes('*') ? book.contacts.map((contact) => contact.id) : maySee;
    // Permission to see a list covers its name and its members.
    const found = new Set([...ids, ...ids.flatMap((one) => book.expand(one).map((member) => member.id))]);
    permissions.set(id, found);
    return found;
  };
  const sharingOn = (mail: MailId) => {
    const contexts = circlesOf(
      'context',
      circles.filter(({ circle }) => holdsFor(circle, mail)),
    );
    const circle = remembered((viewer, subject) => common(contexts, viewer, subject) !== null);
    const context = remembered(
      (viewer, subject) =>
        viewer.authorised === true ||
        subject.authorised === true ||
        circle(viewer, subject) ||
        permitted(viewer).has(subject.id),
    );
    return { circle, context };
  };
  const known = new Map<MailId, ReturnType<typeof sharingOn>>();
  const sharing = (mail: MailId) => {
    const found = known.get(mail) ?? sharingOn(mail);
    known.set(mail, found);
    return found;
  };
  return {
    shareContext: (viewer, subject, mail) => sharing(mail).context(viewer, subject),
    shareCircle: (one, other, mail) => sharing(mail).circle(one, other),
    acquaintance: remembered((viewer, subject) => common(acquaintances, viewer, subject)),
    discussing: (mail) => circles.filter(({ circle }) => circle.discusses === true && holdsFor(circle, mail)),
  };
}

/** True when the members of a circle share its matter on a mail. */
function holdsFor({ mails }: Circle, mail: MailId): boolean {
  return mails === undefined || mails.includes(mail);
}

/** Cached, as a search asks about each pair thousands of times. */
function remembered<Answer>(
  answer: (viewer: Contact, subject: Contact) => Answer,
): (viewer: Contact, subject: Contact) => Answer {
  const known = new Map<Contact, Map<Contact, Answer>>();
  return (viewer, subject) => {
    const ofViewer = known.get(viewer) ?? new Map<Contact, Answer>();
    known.set(viewer, ofViewer);
    const before = ofViewer.get(subject);
    if (before !== undefined) return before;
    const found = answer(viewer, subject);
    ofViewer.set(subject, found);
    return found;
  };
}
