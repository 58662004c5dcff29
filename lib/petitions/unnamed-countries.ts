import { env } from '@/lib/env'
import { locales } from '@/messages/translator'

/**
 * Countries and territories that no public number ever names, however many people sign there: a maintained, public list
 * (shown on the page "Verify the count"). `COUNTRIES_UNNAMED` adds to it; nothing removes from it. To be reviewed once
 * a year; reasons and sources are in docs/privacy/countries.md.
 */
const dangerous = [
  // North Korea itself: people who sign there, or say so, risk their lives.
  'KP',
  // Countries that have sent back people who fled North Korea, or look for those in hiding.
  'CN LA RU VN',
  // The state monitors its whole network and punishes opinions: it can compare a number with who was on this site.
  'BY CU ER IR MM SY TM',
]

/** Fewer than a million inhabitants: ten people of one opinion are soon known by name there. */
const small = [
  'AD AG AI AQ AS AW AX BB BL BM BN BQ BS BT BV BZ CC CK CV CW CX DM EH FJ FK FM FO GD GF GG GI GL GP GS GU GY HM',
  'IM IO IS JE KI KM KN KY LC LI LU MC ME MF MH MO MP MQ MS MT MV NC NF NR NU PF PM PN PW RE SB SC SH SJ SM SR ST SX',
  'TC TF TK TO TV UM VA VC VG VI VU WF WS YT',
]

const kept = [...dangerous, ...small].flatMap((codes) => codes.split(' '))

/** Codes (ISO 3166-1) of all countries that are never named here, in their order. */
export function unnamedCountries(): string[] {
  return [...new Set([...kept, ...(env().COUNTRIES_UNNAMED ?? [])])].sort()
}

/**
 * Languages of the site that are mostly spoken in one of those countries: a number of theirs would be one of the
 * country's.
 */
export function unnamedLanguages(): string[] {
  const unnamed = unnamedCountries()
  return locales.filter((locale) => unnamed.includes(new Intl.Locale(locale).maximize().region ?? ''))
}
