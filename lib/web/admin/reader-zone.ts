import { reader } from './reader'

/** The reader's time zone; UTC before the reader is known, and for a zone unknown to this system. */
export function readerZone(): string {
  return reader().zone
}
