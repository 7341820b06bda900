import { mayBeHeard } from './sound-setting.ts';

/** Short sounds of paper, made by code: no file is fetched, and the page is silent until the player's first gesture. */
export type SoundName = 'lift' | 'drop' | 'send' | 'ink' | 'stamp' | 'open' | 'star';

let context: AudioContext | null = null;
let noise: AudioBuffer | null = null;
/** The device has no sound, or refused it once, so it is not asked again at every card. */
let refused = typeof AudioContext === 'undefined';

/** @throws what the device throws when it refuses sound */
function audio(): AudioContext {
  context ??= new AudioContext();
  // Safari can refuse a single call, so later sounds may work. A locked device or a web view always refuses.
  if (context.state === 'suspended') context.resume().catch(() => undefined);
  return context;
}

function noiseOf(out: AudioContext): AudioBuffer {
  if (noise) return noise;
  // A third of a second, which is repeated: longer noise would take a slow phone 20 ms, within the player's click.
  noise = out.createBuffer(1, Math.round(out.sampleRate / 3), out.sampleRate);
  const data = noise.getChannelData(0);
  let seed = 20120130;
  for (let index = 0; index < data.length; index++) {
    seed = (seed * 1664525 + 1013904223) >>> 0;
    data[index] = seed / 2 ** 31 - 1;
  }
  return noise;
}

interface Rustle {
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
  readonly volume: number;
  readonly after?: number;
  /** How narrow the band of noise is: paper is wide, a whistle narrow. */
  readonly q?: number;
}

/** Plays filtered noise with a gliding pitch: paper that slides, rustles or flies. */
function rustle(out: AudioContext, { from, to, seconds, volume, after = 0, q = 0.8 }: Rustle): void {
  const start = out.currentTime + after;
  const source = out.createBufferSource();
  const filter = out.createBiquadFilter();
  const gain = out.createGain();
  source.buffer = noiseOf(out);
  source.loop = true;
  filter.type = 'bandpass';
  filter.Q.value = q;
  filter.frequency.setValueAtTime(from, start);
  filter.frequency.exponentialRampToValueAtTime(to, start + seconds);
  gain.gain.setValueAtTime(0.0001, start);
  gain.gain.exponentialRampToValueAtTime(volume, start + seconds * 0.25);
  gain.gain.exponentialRampToValueAtTime(0.0001, start + seconds);
  source.connect(filter).connect(gain).connect(out.destination);
  source.start(start, (from % 300) / 1000, seconds + 0.05);
}

interface Tone {
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
  readonly volume: number;
  readonly after?: number;
  readonly type?: OscillatorType;
}

function tone(out: AudioContext, { from, to, seconds, volume, after = 0, type = 'sine' }: Tone): void {
  const start = out.currentTime + after;
  const source = out.createOscillator();
  const gain = out.createGain();
  source.type = type;
  source.frequency.setValueAtTime(from, start);
  source.frequency.exponentialRampToValueAtTime(to, start + seconds);
  gain.gain.setValueAtTime(0.0001, start);
  gain.gain.exponentialRampToValueAtTime(volume, start + 0.008);
  gain.gain.exponentialRampToValueAtTime(0.0001, start + seconds);
  source.connect(gain).connect(out.destination);
  source.start(start);
  source.stop(start + seconds + 0.02);
}

const SOUNDS: Readonly<Record<SoundName, (out: AudioContext) => void>> = {
  lift: (out) => {
    rustle(out, { from: 2200, to: 4200, seconds: 0.09, volume: 0.05 });
  },
  drop: (out) => {
    rustle(out, { from: 1800, to: 500, seconds: 0.1, volume: 0.09 });
    tone(out, { from: 150, to: 70, seconds: 0.09, volume: 0.1 });
  },
  send: (out) => {
    rustle(out, { from: 700, to: 3800, seconds: 0.55, volume: 0.16, q: 1.4 });
    rustle(out, { from: 3800, to: 900, seconds: 0.4, volume: 0.05, after: 0.35 });
  },
  ink: (out) => {
    tone(out, { from: 520, to: 170, seconds: 0.16, volume: 0.05 });
  },
  stamp: (out) => {
    tone(out, { from: 170, to: 48, seconds: 0.16, volume: 0.3 });
    rustle(out, { from: 1400, to: 300, seconds: 0.07, volume: 0.16 });
  },
  open: (out) => {
    rustle(out, { from: 900, to: 3000, seconds: 0.2, volume: 0.07 });
    rustle(out, { from: 2600, to: 1200, seconds: 0.12, volume: 0.05, after: 0.16 });
  },
  star: (out) => {
    for (const [index, pitch] of [784, 988, 1175].entries()) {
      tone(out, { from: pitch, to: pitch, seconds: 0.5, volume: 0.07, after: index * 0.07, type: 'triangle' });
    }
  },
};

/**
 * Plays a short sound, if sounds are on and the player has interacted with the page. If the device cannot play it, it
 * stays silent, because sound is decoration and must never stop the game.
 */
export function play(name: SoundName): void {
  if (refused || !mayBeHeard()) return;
  try {
    SOUNDS[name](audio());
  } catch {
    refused = true;
  }
}
