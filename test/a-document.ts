import { randomBytes } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'

/** A small PDF with one empty page, unlike any other. @param object one more object in it */
export function aPdf(object = `(${randomBytes(8).toString('hex')})`): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
    object,
  ]
  let text = '%PDF-1.7\n'
  const offsets = objects.map((body, i) => {
    const at = text.length
    text += `${i + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`)
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text + table + trailer, 'latin1')
}

/** A chunk of a PNG. */
export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A PNG of one grey point. @param more chunks in the middle */
export function aPng(more: Buffer = Buffer.alloc(0)): Buffer {
  const head = pngChunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]))
  const data = pngChunk('IDAT', deflateSync(Buffer.from([0, 128])))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    head,
    more,
    data,
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

/** The segments of a JPEG, without a picture that anybody could see. */
export function aJpeg(more: Buffer = Buffer.alloc(0)): Buffer {
  const begin = Buffer.from('\xff\xd8\xff\xe0\x00\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')
  const rest = '\xff\xdb\x00\x03\x00\xff\xc0\x00\x03\x08\xff\xda\x00\x03\x00\x12\xff\x00\x34\xff\xd0\x56\xff\xd9'
  return Buffer.concat([begin, more, Buffer.from(rest, 'latin1')])
}

/** The chunks of a WebP, in the same way. */
export function aWebp(more: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from('WEBPVP8L\x05\0\0\0\x2f\0\0\0\0\0', 'latin1'), more])
  const size = Buffer.alloc(4)
  size.writeUInt32LE(body.length)
  return Buffer.concat([Buffer.from('RIFF'), size, body])
}
