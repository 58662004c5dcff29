/** Offices in one line. Each keeps its own direction within a text of the other (Unicode isolates). */
export function officeNames(addressees: string[]): string {
  return addressees.map((name) => `\u2068${name}\u2069`).join('; ')
}
