import { expect, it } from 'vitest';
import { newParticipant } from '../../src/room/participant.ts';

it('a participant gets an id of 80 random bits, in the characters of a result code', () => {
  const ids = Array.from({ length: 1000 }, () => newParticipant());
  for (const id of ids) expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
  expect(new Set(ids).size).toBe(ids.length);
  expect(newParticipant((bytes) => new Uint8Array(bytes).fill(33))).toBe('1'.repeat(16));
});
