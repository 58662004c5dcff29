/** Together they reach every plural category of every language: Arabic has six, French and Spanish one for millions. */
const samples = [0, 1, 2, 3, 11, 100, 1_000_000]

/**
 * A message that depends on a number but does not show it, in each of its plural forms, for a browser that chooses
 * one later with `Intl.PluralRules`.
 */
export function pluralForms(
  locale: string,
  say: (count: number) => string,
): Partial<Record<Intl.LDMLPluralRule, string>> {
  const rules = new Intl.PluralRules(locale)
  return Object.fromEntries(samples.map((count) => [rules.select(count), say(count)]))
}
