/** Reads QR codes from the camera, in browsers that can (Shape Detection API, https://wicg.github.io/shape-detection-api/). */

interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorClass = new (options: { readonly formats: readonly string[] }) => Detector;

const detectorClass = (): DetectorClass | undefined =>
  (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;

/** Time between two looks at the picture, in milliseconds. */
const BETWEEN_LOOKS = 250;

/** True where the browser has a camera to ask for, and can read QR codes. */
export function canScan(): boolean {
  return detectorClass() !== undefined && 'mediaDevices' in navigator;
}

/** A camera that is on. */
export interface Scanning {
  readonly stream: MediaStream;
  /** Turns the camera off. */
  stop(): void;
}

/**
 * Turns the camera on, which asks the user, and looks for codes until it is stopped.
 *
 * @param video the element that shows the picture, once it is drawn
 * @param found called with each code that is seen, again as long as it is in the picture
 * @throws DOMException when the user or the browser refuses
 */
export async function startScanning(
  video: () => HTMLVideoElement | null,
  found: (code: string) => void,
): Promise<Scanning> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  const Detector = detectorClass();
  const detector = Detector && new Detector({ formats: ['qr_code'] });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const look = async () => {
    const shown = video();
    // The page was left: the camera must not stay on.
    if (shown === null) return stop();
    const codes = await detector?.detect(shown).catch(() => []);
    for (const { rawValue } of codes ?? []) found(rawValue);
    if (!stopped) timer = setTimeout(() => void look(), BETWEEN_LOOKS);
  };
  const stop = () => {
    stopped = true;
    clearTimeout(timer);
    for (const track of stream.getTracks()) track.stop();
  };
  timer = setTimeout(() => void look(), BETWEEN_LOOKS);
  return { stream, stop };
}
