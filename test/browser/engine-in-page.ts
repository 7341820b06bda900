// What test/browser/engine.spec.ts has Chromium import.
export { fingerprint } from '../../src/engine/fingerprint.ts';
export { replay } from '../../src/engine/replay.ts';
