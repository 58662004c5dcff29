/** A query parameter's text; empty if it is missing or repeated. */
export function queryText(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : ''
}
