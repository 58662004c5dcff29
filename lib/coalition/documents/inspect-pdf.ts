import { inflateSync } from 'node:zlib'
import type { FileProblem } from './document-types'

/** Names of what runs, opens or sends something, or carries files (ISO 32000-2, 7.11, 12.6, 12.7, 13); and encryption. */
const active =
  /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia\w*|XFA|SubmitForm|ImportData|GoTo[ER]|Rendition|Movie|Sound|3D|Encrypt)(?![A-Za-z0-9])/

/** Of one stream of objects, inflated. */
const MAX_OBJECTS = 16 * 1024 * 1024

/**
 * A PDF from its first byte to `%%EOF`, with a table of its objects where it says, that only shows pages. Objects in
 * compressed streams are looked at too.
 */
export function inspectPdf(bytes: Buffer): FileProblem | null {
  const text = bytes.toString('latin1')
  const end = /startxref\s+(\d{1,8})\s+%%EOF\s*$/.exec(text.slice(-1024))
  if (!end || !/^(?:xref\s|\d+ \d+ obj\b)/.test(text.slice(Number(end[1])).trimStart())) return 'file_broken'
  const { outside, objects, readable } = splitStreams(text, bytes)
  if (!readable) return 'file_broken'
  return [outside, ...objects].some((part) => active.test(unescapeNames(part))) ? 'file_active' : null
}

/** What stands outside streams, and the streams that hold objects. Pictures, fonts and pages' contents run nothing. */
function splitStreams(text: string, bytes: Buffer): { outside: string; objects: string[]; readable: boolean } {
  const outside: string[] = []
  const objects: string[] = []
  let at = 0
  for (;;) {
    const begin = /\bstream\r?\n/g
    begin.lastIndex = at
    const found = begin.exec(text)
    if (!found) return { outside: [...outside, text.slice(at)].join('\n'), objects, readable: true }
    const before = text.slice(at, found.index)
    const start = begin.lastIndex
    const stop = text.indexOf('endstream', start)
    if (stop < 0) return { outside: '', objects, readable: false }
    outside.push(before)
    const dictionary = unescapeNames(before.slice(before.lastIndexOf(' obj')))
    if (dictionary.includes('/ObjStm')) {
      const inflated =
        /\/Filter\s*\[?\s*\/FlateDecode\s*\]?\s*(?:\/|>>)/.test(dictionary) && inflate(bytes, start, stop)
      if (!inflated) return { outside: '', objects, readable: false }
      objects.push(inflated)
    }
    at = stop + 'endstream'.length
  }
}

function inflate(bytes: Buffer, start: number, stop: number): string | null {
  try {
    return inflateSync(bytes.subarray(start, stop), { maxOutputLength: MAX_OBJECTS }).toString('latin1')
  } catch {
    return null
  }
}

/** Names may write any character as `#` and two digits: `/J#53` is `/JS`. */
function unescapeNames(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
