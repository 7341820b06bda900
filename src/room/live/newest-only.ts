/** A message that waits for a connection. */
export interface WaitingMessage {
  readonly topic: string;
  readonly payload: string;
}

/** Keeps only the newest message of each topic, because it replaces the older ones. The order is that of arrival. */
export function newestOnly() {
  const waiting = new Map<string, WaitingMessage>();
  return {
    add(message: WaitingMessage): void {
      waiting.delete(message.topic);
      waiting.set(message.topic, message);
    },
    /** Returns the messages and forgets them. */
    take(): readonly WaitingMessage[] {
      const all = [...waiting.values()];
      waiting.clear();
      return all;
    },
  };
}
