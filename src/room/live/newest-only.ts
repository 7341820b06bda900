/** A message that waits for a connection. */
export interface WaitingMessage {
  readonly topic: string;
  readonly payload: string;
  readonly retain: boolean;
}

/** Keeps the newest message of each topic, in the order in which they came: what a newer one says replaces an older one. */
export function newestOnly() {
  const waiting = new Map<string, WaitingMessage>();
  return {
    add(message: WaitingMessage): void {
      waiting.delete(message.topic);
      waiting.set(message.topic, message);
    },
    /** Hands the messages out, and keeps none. */
    take(): readonly WaitingMessage[] {
      const all = [...waiting.values()];
      waiting.clear();
      return all;
    },
  };
}
