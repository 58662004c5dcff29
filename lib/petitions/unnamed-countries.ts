import { env } from '@/lib/env'

/**
 * Countries and territories that no public number ever names, however many sign there: a kept, public list (it stands on
 * the page "Verify the count"). `COUNTRIES_UNNAMED` adds to it; nothing takes away from it. To be looked through once a
 * year; the reasons and their sources are in docs/privacy/countries.md.
 */
const dangerous = [
  // North Korea itself: who signs there, or says so, risks their life.
  'KP',
  // From where people who fled it have been sent back, and where those in hiding are looked for.
  'CN LA RU VN',
  // The state watches its whole network and punishes opinions: it can compare a number with who was on this site.
  'BY CU ER IR MM SY TM',
]

/** With fewer than a million inhabitants: ten people of one opinion are soon known by name there. */
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
