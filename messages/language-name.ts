const names = new Map<string, Intl.DisplayNames>()

/** The name of a language in another, or in its own; in English, as staff's screens have it, unless said otherwise. */
export function languageName(code: string, inLocale = 'en'): string {
  const known = names.get(inLocale) ?? new Intl.DisplayNames(inLocale, { type: 'language' })
  names.set(inLocale, known)
  return known.of(code) ?? code
}

/**
 * The languages that have a two-letter code of their own, and those in two scripts, by their names in the order of a
 * language.
 * @returns codes and names
 */
export function languagesByName(inLocale: string): [code: string, name: string][] {
  const known = sorted.get(inLocale)
  if (known) return known
  const { compare } = new Intl.Collator(inLocale)
  const all = codes()
    .map((code): [string, string] => [code, languageName(code, inLocale)])
    .sort(([, a], [, b]) => compare(a, b))
  sorted.set(inLocale, all)
  return all
}

const sorted = new Map<string, [string, string][]>()

/** Those of the Unicode CLDR; of several codes for one language (`iw`, `he`; `ak`, `tw`) one. */
function codes(): string[] {
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(97 + i))
  const english = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
  const isInUse = (code: string) => Intl.getCanonicalLocales(code)[0] === code
  const byName = new Map<string, string>()
  for (const code of letters.flatMap((a) => letters.map((b) => a + b)).filter(isInUse)) {
    const name = english.of(code)
    if (name && !byName.has(name)) byName.set(name, code)
  }
  return [...byName.values(), 'pt-BR', 'zh-Hans', 'zh-Hant']
}
