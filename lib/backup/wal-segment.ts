/** A position in the write-ahead log as PostgreSQL writes it, `16/B374D848`, in bytes. */
export function parseLsn(text: string): bigint {
  const [high = '', low = ''] = text.split('/')
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`)
}

export function formatLsn(lsn: bigint): string {
  return `${(lsn >> 32n).toString(16)}/${(lsn & 0xffffffffn).toString(16)}`.toUpperCase()
}

/** The name of the log's file that holds a position: timeline, then the file's number, each part in eight digits. */
export function segmentName(timeline: number, lsn: bigint, segmentSize: bigint): string {
  const perId = 0x100000000n / segmentSize
  const number = lsn / segmentSize
  const part = (value: bigint) => value.toString(16).toUpperCase().padStart(8, '0')
  return part(BigInt(timeline)) + part(number / perId) + part(number % perId)
}

/** The position behind a file of the log. */
export function segmentEnd(name: string, segmentSize: bigint): bigint {
  const perId = 0x100000000n / segmentSize
  const number = BigInt(`0x${name.slice(8, 16)}`) * perId + BigInt(`0x${name.slice(16, 24)}`)
  return (number + 1n) * segmentSize
}
