import type { ContactId, Field, MailId } from '../level/level.ts';

/** For one mail, the field of each contact. A contact that is not named is left out. */
export type MailRouting = Readonly<Record<ContactId, Field>>;

/** For each mail, its routing. A mail that is not named has not been sent. */
export type Routing = Readonly<Record<MailId, MailRouting>>;
