import { randomInt } from 'node:crypto'

/** A number from 0 to 1 that cannot be predicted from earlier ones. */
export function secretRandom(): number {
  return randomInt(2 ** 40) / 2 ** 40
}
