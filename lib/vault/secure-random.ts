import { randomFillSync } from 'node:crypto'

const drawn = Buffer.alloc(4_096)
let used = drawn.length

/**
 * Random bytes of the operating system's generator, as `randomBytes` gives them, drawn 4 KB at a time as Node itself
 * does for UUIDs: a draw of 32 bytes costs nearly as much, and a signature needs five.
 * @param length at most 4,096
 */
export function secureRandom(length: number): Buffer<ArrayBuffer> {
  if (used + length > drawn.length) {
    randomFillSync(drawn)
    used = 0
  }
  const bytes = Buffer.from(drawn.subarray(used, used + length))
  // Bytes that were handed out are not kept here.
  drawn.fill(0, used, used + length)
  used += length
  return bytes
}
