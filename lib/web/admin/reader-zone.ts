import { reader } from './reader'

/** The time zone of whoever reads this page; UTC before they are known, and for one that this system no longer knows. */
export function readerZone(): string {
  return reader().zone
}
