/** An error that a person can fix. Only its message is shown, without a stack trace. */
export class SetupError extends Error {}

/**
 * Explains in a sentence what stopped a command.
 * @param {unknown} error
 * @returns {string} the sentence, or the stack trace if there is none
 */
export function explain(error) {
  if (error instanceof SetupError) return error.message
  const text = error instanceof Error ? `${error.message}\n${error.stack}\n${String(error.cause)}` : String(error)
  if (/ENOSPC|EDQUOT|no space left on device|disk quota exceeded/i.test(text)) {
    return 'The disk is full. Free some space (about 2 GB is comfortable) and start again; nothing is lost.'
  }
  if (/EROFS|read-only file system/i.test(text)) {
    return 'This folder is on a read-only disk. Clone the repository to a place that can be written to.'
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
