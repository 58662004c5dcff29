import { inflateSync } from 'node:zlib'
import type { FileProblem } from './document-types'

/** PDF names that run, open or send something, or carry files (ISO 32000-2, 7.11, 12.6, 12.7, 13); and encryption. */
const telling =
  'JavaScript|Launch|EmbeddedFiles?|RichMedia\\w*|XFA|SubmitForm|ImportData|GoTo[ER]|Rendition|Movie|Sound|3DD|Encrypt'
/** In what readers take for objects: also what is done when the file or a page is opened, unless it goes to a page. */
const active = new RegExp(
  `/(?:(?:${telling}|JS|3D|AA)(?![A-Za-z0-9])|OpenAction[\\0\\s]*(?:\\d|%|<<(?![^>]*/S\\s*/GoTo(?![A-Za-z]))))`,
)
/** In anything else. The other names are so short that compressed pictures would have them by chance. */
const activeAnywhere = new RegExp(`/(?:${telling})(?![A-Za-z0-9])`)

/** Of one stream of objects, inflated. */
const MAX_OBJECTS = 16 * 1024 * 1024

/**
 * A PDF from its first byte to `%%EOF`, with a table of its objects where it says, that only shows pages. Objects in
 * compressed streams are looked at too. Readers begin an object wherever the table says, so that what looks like the
 * inside of a stream can be one: it must hold no active name either.
 */
export function inspectPdf(bytes: Buffer): FileProblem | null {
  const text = bytes.toString('latin1')
  const end = /startxref\s+(\d{1,8})\s+%%EOF\s*$/.exec(text.slice(-1024))
  if (!end || !/^(?:xref\s|\d+ \d+ obj\b)/.test(text.slice(Number(end[1])).trimStart())) return 'file_broken'
  if (activeAnywhere.test(unescapeNames(text))) return 'file_active'
  const parts = splitStreams(text, bytes)
  if (!parts) return 'file_broken'
  return parts.some((part) => active.test(unescapeNames(part))) ? 'file_active' : null
}

/** Names that a stream of objects has, and no picture by chance. */
const namesObjects = /\/(?:ObjStm|First)(?![A-Za-z0-9])/

/** The word by which a reader may take what follows for a stream. */
const begins = /(>>|[\r\n])[\0\t\f ]*stream(?![A-Za-z0-9])/g

/**
 * The text outside streams, and the streams that hold objects. Pictures, fonts and pages' contents run nothing.
 * @returns null where readers may disagree on what is a stream, or objects cannot be read
 */
function splitStreams(text: string, bytes: Buffer): string[] | null {
  const parts: string[] = []
  for (let at = 0; ; ) {
    begins.lastIndex = at
    const found = begins.exec(text)
    if (!found) return [...parts, text.slice(at)]
    const word = begins.lastIndex - 'stream'.length
    const begin = /^stream\r?\n/.exec(text.slice(word, word + 8))
    const before = text.slice(at, word)
    const stop = text.indexOf('endstream', word)
    if (!begin || stop < 0 || !/>>[\0\s]*$/.test(before.slice(-64))) return null
    // A table may say that an object begins in here, and that it is a stream of objects.
    if (namesObjects.test(unescapeNames(text.slice(word, stop)))) return null
    parts.push(before)
    const dictionary = unescapeNames(before)
    if (holdsObjects(dictionary)) {
      const objects = isOnlyDeflated(dictionary) && inflate(bytes, word + begin[0].length, stop)
      if (!objects) return null
      parts.push(objects)
    }
    at = stop + 'endstream'.length
  }
}

/** Some readers take a stream for one of objects by the number where the first begins, whatever its type. */
function holdsObjects(dictionary: string): boolean {
  if (/\/ObjStm(?![A-Za-z0-9])|\/First\s*\d+(?!\d|\s+\d+\s+R)/.test(dictionary)) return true
  return /\/First(?![A-Za-z0-9])/.test(dictionary.slice(dictionary.lastIndexOf('obj')))
}

/** Compressed in the one way that is undone here, without a second one or a prediction of bytes. */
function isOnlyDeflated(dictionary: string): boolean {
  const rest = dictionary.replace(/\/Filter\s*(?:\/FlateDecode|\[\s*\/FlateDecode\s*\])(?=\s*(?:\/|>>))/, '')
  return rest !== dictionary && !/\/(?:Filter|DecodeParms)(?![A-Za-z0-9])/.test(rest)
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
