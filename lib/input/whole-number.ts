/** The largest number of a column of type `integer`. */
export const MAX_INTEGER = 2_147_483_647

/** A whole number in digits, from 0 to `most`; null for anything else, such as `1e9`, `0x1`, `-1` or an empty text. */
export function readWhole(text: string, most = MAX_INTEGER): number | null {
  if (!/^\d{1,15}$/.test(text)) return null
  const number = Number(text)
  return number <= most ? number : null
}
