/** In bytes, from which on a size is said in a unit, and its name in CLDR. */
const units = [
  [1e9, 'gigabyte'],
  [1e6, 'megabyte'],
  [1e3, 'kilobyte'],
] as const

/** The size of a file in words of the language, as “120 kB”. */
export function fileSize(bytes: number, locale: string): string {
  const [size, unit] = units.find(([least]) => bytes >= least) ?? units[2]
  const maximumFractionDigits = unit === 'kilobyte' ? 0 : 1
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits }).format(Math.max(1, bytes / size))
}
