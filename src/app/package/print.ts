/**
 * Prints the page. A sandboxed frame may forbid that, and `print` does not report it, but then the `beforeprint` event is missing.
 *
 * @param forbidden called if the frame does not let the page print
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
