import { BadArguments } from './ledger/read-arguments'

/**
 * The first identity in a file as `age-keygen` writes it: comments and empty lines do not count.
 * @param file undefined where none was given
 * @throws BadArguments for a file without one: nothing would be checked, and nobody would notice
 */
export function identityIn(file: string | undefined): string | undefined {
  if (file === undefined) return undefined
  const lines = file.split('\n').map((line) => line.trim())
  const identity = lines.find((line) => line !== '' && !line.startsWith('#'))
  if (identity === undefined) throw new BadArguments('The identity file holds no identity.')
  return identity
}
