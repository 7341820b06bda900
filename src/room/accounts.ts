/**
 * How the screen and the phones sign in to the broker. Any standard broker can enforce what each may do, by user name and client
 * id, because the topics have the phones' user name and the client id in fixed places (docs/room.md).
 */
export interface Account {
  readonly username: string;
  readonly password: string;
}

/** Returns the account that all phones of a session share. The broker distinguishes them by their client ids. */
export const phoneAccount = (session: string): Account => ({ username: session, password: session });

/** Returns the account of the screen. @param key known only to the screen and the broker */
export const screenAccount = (session: string, key: string): Account => ({
  username: `screen-${session}`,
  password: key,
});
