import { PNG } from 'pngjs'
import { encodePng } from '@/lib/encode-png'
import { sha256 } from '@/lib/vault/sha256'

/** In bytes: what fits into a form (lib/web/read-fields.ts). */
const MAX_LOGO_BYTES = 60_000
/** In pixels, of a side. */
const [MIN_SIDE, MAX_SIDE] = [32, 1000]
const SIGNATURE = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

export interface Logo {
  width: number
  height: number
  sha256: Buffer<ArrayBuffer>
  bytes: Buffer<ArrayBuffer>
}

/**
 * Makes a new PNG from the pixels of another: nothing else of the file is kept, and a file that shows something else to
 * another program shows it no more. The size is read before anything is unpacked, so that a small file cannot fill the
 * memory; an interlaced one is refused, since its unpacked size is not bounded by it.
 * @returns null if it is no such picture
 */
export async function reencodeLogo(file: Buffer): Promise<Logo | null> {
  if (file.length > MAX_LOGO_BYTES || file.length < 45 || !file.subarray(0, 16).equals(SIGNATURE)) return null
  const [width, height, interlaced] = [file.readUInt32BE(16), file.readUInt32BE(20), file[28]]
  if (Math.min(width, height) < MIN_SIDE || Math.max(width, height) > MAX_SIDE || interlaced !== 0) return null
  const pixels = read(file)
  if (!pixels) return null
  const bytes = await encodePng({ width, height, data: pixels }, 'rgba')
  return { width, height, sha256: sha256(bytes), bytes }
}

function read(file: Buffer): Buffer | null {
  try {
    return PNG.sync.read(file).data
  } catch {
    return null
  }
}
