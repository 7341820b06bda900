/**
 * Prints the page. A frame with a sandbox may forbid that, and `print` says nothing about it; but no printing begins without its
 * event.
 *
 * @param forbidden called when the frame does not let the page print
 */
export function printOrElse(forbidden: () => void): void {
  let begun = false;
  const begin = () => {
    begun = true;
  };
  addEventListener('beforeprint', begin);
  print();
  removeEventListener('beforeprint', begin);
  if (!begun) forbidden();
}
