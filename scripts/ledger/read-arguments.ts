import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type LedgerSource, ledgerSource } from '@/lib/ledger/check/ledger-source'

/** The arguments are incomplete, or there are too many. */
export class BadArguments extends Error {}

/**
 * Reads the arguments of a command about a log: one location (address or folder), and options that each take a value.
 * Paths are relative to the folder in which the command was typed.
 */
export function readArguments<Name extends string>(args: string[], names: readonly Name[], usage: string) {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  const parsed = parse(args, options, usage)
  const values = parsed.values as Partial<Record<Name, string>>
  const path = (given: string) => resolve(process.env.CALLED_FROM ?? process.cwd(), given)
  const sourceAt = (place: string) => ledgerSource(/^https?:/.test(place) ? place : path(place))
  return {
    values,
    path,
    place: parsed.positionals,
    file: async (name: Name): Promise<string | undefined> => {
      const given = values[name]
      return given === undefined
        ? undefined
        : readFile(path(given), 'utf8').catch(() => fail(`${given} cannot be read.`))
    },
    sourceAt,
    source: (): LedgerSource => {
      const [place, ...more] = parsed.positionals
      if (!place || more.length > 0) fail(usage)
      return sourceAt(place)
    },
  }
}

function parse(args: string[], options: Record<string, { type: 'string' }>, usage: string) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch {
    return fail(usage)
  }
}

function fail(sentence: string): never {
  throw new BadArguments(sentence)
}
