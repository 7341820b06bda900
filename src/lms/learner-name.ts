/**
 * Returns a learner's name as it stands on a certificate. SCORM hands it over with the family name first ("Okoro, Sam",
 * SCORM 1.2 RTE §3.4.2); a name without a comma, or with more than one, stays as it is.
 */
export function nameInOrder(name: string): string {
  const [family, given, ...more] = name.split(',').map((part) => part.trim());
  if (!family || !given || more.length > 0) return name.trim();
  return `${given} ${family}`;
}
