/** Error codes of a file without room, or unwritable for another reason of its disk (Node's codes). */
const ofDisk = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS'])

/**
 * A log that is a file on a full disk does not end this thread: it goes on without, and writes again when there is
 * room.
 */
export function outliveLog(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (!ofDisk.has(error.code ?? '')) throw error
    })
}
