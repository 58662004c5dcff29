import { Fault } from '@/lib/ledger/check/fault'
import { Unreachable } from '@/lib/ledger/check/ledger-source'
import { BadArguments } from './read-arguments'

/**
 * Runs a command about a log and ends the process: with 0 if the log is correct, 1 if it is not, 2 if it could not be
 * checked.
 */
export async function runCheck(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    if (error instanceof Fault) {
      console.error(`WRONG: ${error.message}. (${error.code})`)
      process.exitCode = 1
    } else if (error instanceof Unreachable || error instanceof BadArguments) {
      console.error(error instanceof Unreachable ? `Not checked: ${error.message}.` : error.message)
      process.exitCode = 2
    } else {
      throw error
    }
  }
}
