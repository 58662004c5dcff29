import { randomInt } from 'node:crypto'

/**
 * The random number that one request adds to a count: 0 half of the time, 1 a quarter, 2 an eighth and so on, 1 on
 * average. So a person who fills a count up to its limit does not know how many requests it has (300 of them make 300 ±
 * 24), and cannot tell from an answer whether somebody else was counted. Each step is half as likely as the one before,
 * so no single answer is much likelier with that person than without (the geometric mechanism: Ghosh, Roughgarden,
 * Sundararajan, "Universally utility-maximizing privacy mechanisms", 2009).
 */
export function randomWeight(): number {
  return Math.clz32(randomInt(2 ** 32))
}
