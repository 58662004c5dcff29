import { constants, crc32, deflateRawSync } from 'node:zlib'
import { escapeHtml } from '@/lib/text/escape-html'
import { appendedCrc32, type Crc32Shift, shiftOfCrc32 } from './append-crc32'
import type { Markup } from './cached-markup'

/** A page, or a part of one: its markup and a person's facts for the places in it. */
export interface Filled {
  markup: Markup
  facts: Record<string, string>
}

/** Markup compressed once: whole blocks of DEFLATE (RFC 1951), and between them what is sent as it is. */
type Run =
  | { deflated: Buffer; length: number; crc: number; shift: Crc32Shift }
  /** As in `Markup`. */
  | { plain: string[] }

/** In characters: shorter markup between two facts is not worth a block. */
const WORTH_IT = 120

/** RFC 1952: no name, no time, unknown system. */
const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
/** An empty last block. */
const last = Buffer.from([1, 0, 0, 255, 255])
/** The longest block that is not compressed, in bytes. */
const LONGEST = 65_535

const zipped = new WeakMap<Markup, Run[]>()

/**
 * A gzip file of all parts one after the other. The markup of each is compressed when it is first seen. Facts are not
 * compressed: it would cost more than it saves, and the length of a page would say how much of one person's text
 * repeats.
 */
export function zipFilled(parts: readonly Filled[]): Buffer {
  const bytes: Buffer[] = [header]
  let crc = 0
  let length = 0
  for (const { markup, facts } of parts) {
    for (const run of runsOf(markup)) {
      if ('deflated' in run) {
        bytes.push(run.deflated)
        crc = appendedCrc32(crc, run.crc, run.shift)
        length += run.length
      } else {
        const text = Buffer.from(
          run.plain.map((part, i) => (i % 2 === 0 ? part : escapeHtml(facts[part] ?? ''))).join(''),
        )
        for (let at = 0; at < text.length; at += LONGEST) {
          const block = text.subarray(at, at + LONGEST)
          bytes.push(storedHeader(block.length), block)
        }
        crc = crc32(text, crc)
        length += text.length
      }
    }
  }
  const end = Buffer.allocUnsafe(8)
  end.writeUInt32LE(crc, 0)
  end.writeUInt32LE(length % 2 ** 32, 4)
  bytes.push(last, end)
  return Buffer.concat(bytes)
}

function runsOf(markup: Markup): Run[] {
  const known = zipped.get(markup)
  if (known) return known
  const runs: Run[] = []
  let plain = ['']
  for (const [i, part] of markup.entries()) {
    if (i % 2 === 1) plain.push(part, '')
    else if (part.length < WORTH_IT) plain[plain.length - 1] += part
    else {
      runs.push({ plain }, deflate(part))
      plain = ['']
    }
  }
  runs.push({ plain })
  const worth = runs.filter((run) => 'deflated' in run || run.plain.some((part) => part !== ''))
  zipped.set(markup, worth)
  return worth
}

function deflate(text: string): Run {
  const bytes = Buffer.from(text)
  const deflated = deflateRawSync(bytes, { level: 6, finishFlush: constants.Z_FULL_FLUSH })
  return { deflated, length: bytes.length, crc: crc32(bytes), shift: shiftOfCrc32(bytes.length) }
}

function storedHeader(length: number): Buffer {
  const made = Buffer.allocUnsafe(5)
  made[0] = 0
  made.writeUInt16LE(length, 1)
  made.writeUInt16LE(LONGEST - length, 3)
  return made
}
