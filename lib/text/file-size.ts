/** The size of a file in words of the language, as “120 kB”. */
export function fileSize(bytes: number, locale: string): string {
  const large = bytes >= 1_000_000
  const unit = large ? 'megabyte' : 'kilobyte'
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: large ? 1 : 0 })
  return format.format(Math.max(1, bytes / (large ? 1_000_000 : 1000)))
}
