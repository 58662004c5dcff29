import { isIP } from 'node:net'

/**
 * The network that an address belongs to, as far as one subscriber usually has it: the first 24 bits of IPv4, the
 * first 64 of IPv6. Null for this machine itself (a reverse proxy that was not announced must not look like one
 * busy visitor) and for what is no address.
 */
export function networkPrefix(address: string): string | null {
  const text = address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '')
  const family = isIP(text)
  if (family === 4) return text.startsWith('127.') ? null : `${text.split('.').slice(0, 3).join('.')}.0/24`
  if (family !== 6 || text === '::1') return null
  return `${groups(text).slice(0, 4).join(':')}::/64`
}

/** The eight groups of an IPv6 address, without leading zeros (RFC 5952). */
function groups(text: string): string[] {
  // An IPv4 tail stands for two groups, which are beyond the prefix.
  const [head = '', tail] = text.replace(/\d+\.\d+\.\d+\.\d+$/, '0:0').split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const between = tail === undefined ? 0 : 8 - left.length - right.length
  return [...left, ...Array<string>(between).fill('0'), ...right].map((group) =>
    Number.parseInt(group, 16).toString(16),
  )
}
