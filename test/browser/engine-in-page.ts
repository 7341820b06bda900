// What test/browser/engine.spec.ts has Chromium import.
export { fingerprint } from '../../src/engine/play/fingerprint.ts';
export { simulate } from '../../src/engine/play/simulate.ts';
