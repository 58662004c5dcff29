import { Fault } from '@/lib/ledger/check/fault'
import { Unreachable } from '@/lib/ledger/check/ledger-source'
import { BadArguments } from './read-arguments'

/**
 * Runs a command about a log and ends the process: 0 where all is well, 1 where the log is at fault, 2 where it
 * could not be found out.
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
