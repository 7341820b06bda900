/** Reads QR codes from the camera, in browsers with the Shape Detection API (https://wicg.github.io/shape-detection-api/). */

interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorClass = new (options: { readonly formats: readonly string[] }) => Detector;

const detectorClass = (): DetectorClass | undefined =>
  (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;

/** Milliseconds between two scans of the picture. */
const BETWEEN_LOOKS = 250;

/** True if the browser can ask for a camera and read QR codes. */
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
 * Turns the camera on, for which the browser asks the user, and scans for codes until it is stopped.
 *
 * @param video returns the element that shows the picture; null stops the camera
 * @param found called with each code in the picture, at every scan
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
    // Without the element the player has left the page, and the camera must not stay on.
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
