import { crc32, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aJpeg, aPdf, aPng, aWebp, pngChunk } from '@/test/a-document'
import { inspectDocument } from './inspect-document'

const found = (bytes: Uint8Array) => {
  const result = inspectDocument(bytes)
  return result.ok ? result.type : result.reason
}
const plus = (bytes: Buffer, more: string) => Buffer.concat([bytes, Buffer.from(more, 'latin1')])

it('tells PDF, PNG, JPEG and WebP by their content', () => {
  expect([aPdf(), aPng(), aJpeg(), aWebp()].map(found)).toEqual(['pdf', 'png', 'jpeg', 'webp'])
})

it.each(['<!doctype html><p>', '<svg xmlns="x"/>', 'GIF89a', 'PK\x03\x04', '', ' %PDF-1.7', '\ufeff%PDF-1.7'])(
  'takes no other file: %j',
  (text) => {
    expect(found(Buffer.from(text))).toBe('file_type')
  },
)

it('takes no HTML that begins like a PDF or a picture', () => {
  const html = '<html><script>alert(1)</script></html>'
  expect(found(Buffer.from(`%PDF-1.7\n${html}`))).toBe('file_broken')
  expect(found(Buffer.from(`%PDF-1.7\n${html}\nstartxref\n9\n%%EOF`))).toBe('file_broken')
  for (const file of [aPdf(), aPng(), aJpeg(), aWebp()]) expect(found(plus(file, html))).toBe('file_broken')
})

describe('a PDF', () => {
  it.each([
    '/JS (x)',
    '/JavaScript 3 0 R',
    '/J#53 (x)',
    '/Launch',
    '/EmbeddedFiles 3 0 R',
    '/XFA 1 0 R',
    '/Encrypt 9 0 R',
  ])('that only shows pages: not with %s', (name) => {
    expect(found(aPdf(`<< /Type /Action ${name} >>`))).toBe('file_active')
  })

  it('is looked at inside compressed streams of objects too, and not inside pictures', () => {
    const hidden = deflateSync(Buffer.from('<< /S /JavaScript /JS (x) >>')).toString('latin1')
    const stream = (dictionary: string, data: string) => `<< ${dictionary} >>\nstream\n${data}\nendstream`
    expect(found(aPdf(stream('/Type /ObjStm /Filter /FlateDecode', hidden)))).toBe('file_active')
    expect(found(aPdf(stream('/Type /Obj#53tm /Filter /FlateDecode', hidden)))).toBe('file_active')
    expect(found(aPdf(stream('/Type /ObjStm /Filter /LZWDecode', 'x')))).toBe('file_broken')
    expect(found(aPdf(stream('/Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]', 'x')))).toBe('file_broken')
    expect(found(aPdf(stream('/Subtype /Image', '\x00 /JS \x01')))).toBe('pdf')
  })

  const script = '5 0 obj <</S/JavaScript/JS(app.alert(1))>> endobj'

  it.each([
    ['a comment that looks like a stream', `(x)\nendobj\n% stream\n${script}\n%endstream\n`],
    ['a comment that looks like the end of a dictionary', `(x)\nendobj\n%>>\nstream\n${script}\nendstream\n`],
    ['text that looks like a stream', `(>>\nstream\n${script}\nendstream)`],
    ['the inside of a stream', `<< /Length 60 >>\nstream\n${script}\nendstream`],
    ['names that are written otherwise', `<< >>\nstream\n<</S/J#61vaScript>>\nendstream`],
  ])('hides nothing in %s', (_, object) => {
    expect(found(aPdf(object))).toBe('file_active')
  })

  it('does nothing by itself when it is opened', () => {
    for (const action of [
      '/OpenAction 15 0 R',
      '/AA << /O 5 0 R >>',
      '/OpenAction << /S /URI /URI (https://a.example) >>',
    ])
      expect([action, found(aPdf(`<< /Type /Catalog ${action} >>`))]).toEqual([action, 'file_active'])
    for (const view of ['/OpenAction [3 0 R /Fit]', '/OpenAction << /S /GoTo /D [3 0 R /Fit] >>', '/First 5 0 R'])
      expect([view, found(aPdf(`<< /Type /Catalog ${view} >>`))]).toEqual([view, 'pdf'])
  })

  it('hides nothing in objects that readers unpack otherwise than we do', () => {
    const hidden = deflateSync(Buffer.from('<< /S /JavaScript /JS (x) >>')).toString('latin1')
    const hex = deflateSync(Buffer.from('<< /S /JavaScript >>').toString('hex')).toString('latin1')
    const refused = [
      `<< /N 1 /First 4 /Filter [/FlateDecode /ASCIIHexDecode] >>\nstream\n${hex}\nendstream`,
      `<< /Type /ObjStm /Filter /FlateDecode /Filter /LZWDecode >>\nstream\n${hidden}\nendstream`,
      `<< /Type /ObjStm /Filter /FlateDecode /DecodeParms << /Predictor 12 >> >>\nstream\n${hidden}\nendstream`,
      `<< /Type /ObjStm /X ( obj) /Filter /LZWDecode >>\nstream\nx\nendstream`,
      `<< /Type /ObjStm /Filter /FlateDecode >>\nstream\r${hidden}\nendstream`,
      `<< /Type /ObjStm /Filter /FlateDecode >>%\nstream\n${hidden}\nendstream`,
      `<< /Length 99 >>\nstream\n7 0 obj <</Type/ObjStm/N 1/First 4/Filter/FlateDecode>> stream\n${hidden}\nendstream`,
      `<< /Length 99 >>\nstream\n7 0 obj <</N 1/F#69rst 4/Filter/FlateDecode>> stream\n${hidden}\nendstream`,
    ]
    for (const object of refused) expect([object, found(aPdf(object))]).toEqual([object, 'file_broken'])
    expect(found(aPdf(`<< /N 1 /First 4 /Filter /FlateDecode >>\nstream\n${hidden}\nendstream`))).toBe('file_active')
  })
})

describe('a picture', () => {
  it('carries nothing but the picture', () => {
    expect(found(aPng(pngChunk('tEXt', Buffer.from('Author\0Ann'))))).toBe('file_metadata')
    expect(found(aPng(pngChunk('eXIf', Buffer.alloc(8))))).toBe('file_metadata')
    expect(found(aJpeg(Buffer.from('\xff\xe1\x00\x08Exif\0\0', 'latin1')))).toBe('file_metadata')
    expect(found(aJpeg(Buffer.from('\xff\xfe\x00\x05Ann', 'latin1')))).toBe('file_metadata')
    expect(found(aWebp(Buffer.from('EXIF\x04\0\0\0abcd', 'latin1')))).toBe('file_metadata')
    expect(found(aWebp(Buffer.from('XMP \x04\0\0\0abcd', 'latin1')))).toBe('file_metadata')
  })

  it('is whole: no chunk was changed', () => {
    const broken = aPng()
    broken.writeUInt32BE(crc32('x'), broken.length - 4)
    expect(found(broken)).toBe('file_broken')
    expect(found(aPng().subarray(0, 40))).toBe('file_broken')
    expect(found(aJpeg().subarray(0, 20))).toBe('file_broken')
    expect(found(aWebp().subarray(0, 24))).toBe('file_broken')
  })
})

it('reads any bytes to an end', () => {
  const begins = ['%PDF-1.7\n', '\x89PNG\r\n\x1a\n', '\xff\xd8\xff', 'RIFF\x10\0\0\0WEBP'].map((text) =>
    Buffer.from(text, 'latin1'),
  )
  fc.assert(
    fc.property(fc.constantFrom(...begins), fc.uint8Array({ maxLength: 200 }), (begin, rest) => {
      expect(typeof found(Buffer.concat([begin, rest]))).toBe('string')
    }),
  )
})
