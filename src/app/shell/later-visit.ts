/** True when the service worker of an earlier visit handles the requests, so that the code is on the device already. */
export function isLaterVisit(): boolean {
  return 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;
}
