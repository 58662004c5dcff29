import { deflateSync } from 'node:zlib'
import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { reencodeLogo } from './reencode-logo'

function aPng(width: number, height: number, colour = 120): Buffer {
  const picture = new PNG({ width, height })
  picture.data.fill(colour)
  return PNG.sync.write(picture)
}

/** With another chunk after the header, as programs add for text and places. */
function withChunk(png: Buffer, type: string, text: string): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(text.length)
  head.write(type, 4, 'latin1')
  const crc = Buffer.alloc(4)
  const body = Buffer.concat([head.subarray(4), Buffer.from(text)])
  crc.writeUInt32BE(crc32(body))
  return Buffer.concat([png.subarray(0, 33), head.subarray(0, 4), body, crc, png.subarray(33)])
}

/** The checksum of its header set right again. */
function withHeaderSum(png: Buffer): Buffer {
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
  return png
}

function crc32(bytes: Buffer): number {
  let crc = -1
  for (const byte of bytes) {
    crc ^= byte
    for (let i = 0; i < 8; i += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ -1) >>> 0
}

test('keeps the pixels, and nothing else of the file', async () => {
  const png = withChunk(aPng(64, 40), 'tEXt', 'Author\0Somebody at risk <script>alert(1)</script>')
  const logo = await reencodeLogo(png)
  expect(logo).toMatchObject({ width: 64, height: 40 })
  const text = logo?.bytes.toString('latin1')
  expect(text).not.toMatch(/Somebody|script|tEXt/)
  expect(PNG.sync.read(logo?.bytes ?? Buffer.alloc(0)).data.every((byte) => byte === 120)).toBe(true)
  expect((await reencodeLogo(aPng(64, 40)))?.sha256).toEqual(logo?.sha256)
})

test('refuses what is no such picture', async () => {
  const png = aPng(64, 64)
  const changed = (at: number, value: number) => {
    const bytes = Buffer.from(png)
    bytes[at] = value
    return bytes
  }
  const refused = {
    empty: Buffer.alloc(0),
    text: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'.padEnd(100)),
    jpeg: Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(100)]),
    'cut off': png.subarray(0, 60),
    'a wrong checksum': changed(30, 1),
    interlaced: withHeaderSum(changed(28, 1)),
    'something after its end': Buffer.concat([png, Buffer.from('PK')]),
    small: aPng(31, 64),
    wide: aPng(1001, 32),
    'too many bytes': Buffer.concat([png, Buffer.alloc(60_000)]),
  }
  for (const [what, bytes] of Object.entries(refused)) expect([what, await reencodeLogo(bytes)]).toEqual([what, null])
})

test('a small file that unpacks to very much takes no memory', async () => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(100, 0)
  header.writeUInt32BE(100, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const out = Buffer.alloc(8 + body.length)
    out.writeUInt32BE(data.length)
    body.copy(out, 4)
    out.writeUInt32BE(crc32(body), 4 + body.length)
    return out
  }
  const bomb = Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(50_000_000), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
  expect(bomb.length).toBeLessThan(60_000)
  const before = process.memoryUsage().arrayBuffers
  await reencodeLogo(bomb)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000)
})
