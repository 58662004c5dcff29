/** Where the United Nations publish the document with this symbol, in the reader's choice of their languages. */
export function symbolAddress(symbol: string): string {
  return `https://undocs.org/${symbol.split('/').map(encodeURIComponent).join('/')}`
}
