/**
 * The normal form of a path (RFC 3986, 6.2.2): only characters that need it are escaped, in capitals. Otherwise each
 * page would have thousands of addresses, and each of them would be made separately.
 * @param path one that can be decoded
 */
export function oneSpelling(path: string): string {
  if (!path.includes('%')) return path
  return path.replaceAll(/%([\da-f]{2})/gi, (written, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16))
    return /[\w.~-]/.test(character) ? character : written.toUpperCase()
  })
}
