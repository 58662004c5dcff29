import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { createGunzip, createGzip } from 'node:zlib'
import { Decrypter, Encrypter } from 'age-encryption'

/** Compressed, then encrypted (age): only the holder of the identity, who is elsewhere, can open it. */
export const SEALED = '.gz.age'

/**
 * Writes a sealed file; whole and on disk when this returns, under its name only then. Of two that write it at once, the
 * later one stays.
 */
export async function writeSealed(path: string, plain: Readable, recipient: string): Promise<void> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  const half = `${path}.${randomUUID()}.new`
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(half, 'w', 0o600)
  try {
    const packed = createGzip({ level: 1 })
    const packing = pipeline(plain, packed)
    packing.catch(() => undefined)
    const sealed = await encrypter.encrypt(Readable.toWeb(packed) as ReadableStream<Uint8Array>)
    for await (const piece of sealed as WebStream<Uint8Array>) await file.write(piece)
    await packing
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(half, path)
  const folder = await open(dirname(path), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** The content of a sealed file. */
export async function openSealed(path: string, identity: string): Promise<Readable> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  const sealed = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>
  const packed = Readable.fromWeb((await decrypter.decrypt(sealed)) as WebStream<Uint8Array>)
  const plain = createGunzip()
  pipeline(packed, plain).catch(() => undefined)
  return plain
}
